// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.validation;

/** A check that the dialog itself performs. */
public interface BuiltinValidation {
  Object getParameters();

  String getErrorMessage();
}
