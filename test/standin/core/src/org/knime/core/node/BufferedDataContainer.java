// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;

/** Collects rows into a node's table. */
public class BufferedDataContainer extends DataContainer {
  BufferedDataContainer(DataTableSpec spec, boolean initDomain) {
    super(spec, initDomain);
  }

  @Override
  public BufferedDataTable getTable() {
    java.util.List<DataRow> rows = new java.util.ArrayList<>();
    super.getTable().forEach(rows::add);
    return new BufferedDataTable(rows, getTableSpec());
  }
}
