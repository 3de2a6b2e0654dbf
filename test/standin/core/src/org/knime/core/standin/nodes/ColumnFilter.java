// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;

/** Column Filter with its columns chosen by hand; without a choice it keeps them all. */
final class ColumnFilter extends SettingsNodeModel {
  ColumnFilter() {
    super(new PortType[] {BufferedDataTable.TYPE}, new PortType[] {BufferedDataTable.TYPE});
  }

  private ColumnRearranger rearranger(DataTableSpec spec) throws InvalidSettingsException {
    ColumnRearranger rearranger = new ColumnRearranger(spec);
    if (settings().containsKey("column-filter")) {
      NodeSettings filter = settings().getNodeSettings("column-filter");
      List<String> included = List.of(filter.getStringArray("included_names"));
      List<String> excluded = List.of(filter.getStringArray("excluded_names"));
      boolean unknown = filter.getString("enforce_option", "").equals("EnforceExclusion");
      List<String> keep = new ArrayList<>(Arrays.asList(spec.getColumnNames()));
      keep.removeIf(name -> unknown ? excluded.contains(name) : !included.contains(name));
      rearranger.keepOnly(keep.toArray(new String[0]));
    }
    return rearranger;
  }

  @Override
  protected DataTableSpec[] configure(DataTableSpec[] specs) throws InvalidSettingsException {
    return new DataTableSpec[] {rearranger(specs[0]).createSpec()};
  }

  @Override
  protected BufferedDataTable[] execute(BufferedDataTable[] tables, ExecutionContext exec)
      throws Exception {
    ColumnRearranger rearranger = rearranger(tables[0].getDataTableSpec());
    return new BufferedDataTable[] {exec.createColumnRearrangeTable(tables[0], rearranger, exec)};
  }
}
