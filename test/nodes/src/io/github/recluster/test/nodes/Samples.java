// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import io.github.recluster.core.compute.Seeds;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Made tables. */
final class Samples {
  private Samples() {}

  static DataTableSpec spec() {
    return new DataTableSpec(
        column("age", DoubleCell.TYPE),
        column("visits", IntCell.TYPE),
        column("insured", BooleanCell.TYPE),
        column("name", StringCell.TYPE));
  }

  static DataColumnSpec column(String name, DataType type) {
    return new DataColumnSpecCreator(name, type).createSpec();
  }

  /** Three groups of rows, far apart, by turns; the age of row 5 is missing. */
  static BufferedDataTable groups(int rows) {
    DataCell[][] cells = new DataCell[rows][];
    for (int i = 0; i < rows; i++) {
      int group = i % 3;
      cells[i] =
          new DataCell[] {
            i == 5
                ? DataType.getMissingCell()
                : new DoubleCell(20 + 25 * group + 4 * Seeds.uniform(1, i)),
            new IntCell(group * 40 + Seeds.below(2, i, 6)),
            group == 2 ? BooleanCell.TRUE : BooleanCell.FALSE,
            new StringCell("person " + i)
          };
    }
    return NodeRun.table(spec(), cells);
  }
}
