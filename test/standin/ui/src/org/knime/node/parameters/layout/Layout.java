// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The part of the dialog where an option stands. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {
  Class<?> value();
}
