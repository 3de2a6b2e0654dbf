// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A whole number of 32 bits. */
public interface IntValue extends DataValue {
  int getIntValue();
}
