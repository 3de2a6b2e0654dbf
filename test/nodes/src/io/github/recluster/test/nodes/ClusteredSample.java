// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.nodes.ovr.OneVsRestLearnerNodeFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** A small table with clusters, and a quick learner for it. */
final class ClusteredSample {
  static final int ROWS = 160;

  /** Sums of float32 margins, told again in double. */
  static final double MARGIN = 1e-5;

  private ClusteredSample() {}

  /** Three clusters by turns, a column of each role by its name alone; some noise, some unknown. */
  static BufferedDataTable clustered() {
    DataTableSpec spec =
        new DataTableSpec(
            Samples.column("age", DoubleCell.TYPE),
            Samples.column("insured", BooleanCell.TYPE),
            Samples.column("age (scaled)", DoubleCell.TYPE),
            Samples.column("UMAP dimension 1", DoubleCell.TYPE),
            Samples.column("Cluster", StringCell.TYPE),
            Samples.column("Cluster probability", DoubleCell.TYPE),
            Samples.column("Outlier score", DoubleCell.TYPE),
            Samples.column("id", IntCell.TYPE));
    DataCell[][] cells = new DataCell[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      int group = i % 3;
      double age = 20 + 25 * group + 30 * Seeds.uniform(1, i);
      DataCell cluster =
          i == 7 || i == 8
              ? DataType.getMissingCell()
              : new StringCell(i == 0 || i == 4 ? "Noise" : i == 5 ? "tiny" : "cluster_" + group);
      cells[i] =
          new DataCell[] {
            i == 11 ? DataType.getMissingCell() : new DoubleCell(age),
            group == 2 ? BooleanCell.TRUE : BooleanCell.FALSE,
            new DoubleCell(age / 100),
            new DoubleCell(group),
            cluster,
            new DoubleCell(1),
            new DoubleCell(0),
            new IntCell(i)
          };
    }
    return NodeRun.table(spec, cells);
  }

  static NodeRun quick() throws Exception {
    return new NodeRun(new OneVsRestLearnerNodeFactory())
        .with(
            s -> {
              s.addInt("rounds", 8);
              s.addInt("folds", 2);
              s.addInt("permutations", 1);
            });
  }

  static double number(DataCell cell) {
    return ((DoubleValue) cell).getDoubleValue();
  }
}
