// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks an option that the dialog hides until the user asks for advanced ones. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {}
