// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** A node that keeps tables for its view. */
public interface BufferedDataTableHolder {
  BufferedDataTable[] getInternalTables();

  void setInternalTables(BufferedDataTable[] tables);
}
