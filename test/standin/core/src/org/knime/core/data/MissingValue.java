// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** No value, and why. */
public interface MissingValue extends DataValue {
  String getError();
}
