// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.CondensedTree;
import io.github.recluster.core.hdbscan.SingleLinkageTree;
import io.github.recluster.nodes.table.ColumnSpecs;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** The two trees as tables; an infinite lambda stays infinite, as hdbscan exports it. */
final class TreeTables {
  private static final int LOOK = 4096; // rows between two looks at progress and cancellation

  private TreeTables() {}

  static DataTableSpec condensedSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Parent", IntCell.TYPE),
        ColumnSpecs.plain("Child", IntCell.TYPE),
        ColumnSpecs.plain("Lambda", DoubleCell.TYPE),
        ColumnSpecs.plain("Child size", IntCell.TYPE));
  }

  /** The edges to clusters, and, if wanted, those to single rows. */
  static BufferedDataTable condensed(CondensedTree tree, boolean rowEdges, ExecutionContext exec)
      throws CanceledExecutionException {
    return table(
        condensedSpec(),
        rowEdges ? tree.edges() : tree.edges() - tree.rows(),
        i ->
            new DataCell[] {
              new IntCell(tree.parent(i)),
              new IntCell(tree.child(i)),
              new DoubleCell(tree.lambda(i)),
              new IntCell(tree.childSize(i))
            },
        exec);
  }

  static DataTableSpec singleLinkageSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Left", IntCell.TYPE),
        ColumnSpecs.plain("Right", IntCell.TYPE),
        ColumnSpecs.plain("Distance", DoubleCell.TYPE),
        ColumnSpecs.plain("Size", IntCell.TYPE));
  }

  static BufferedDataTable singleLinkage(SingleLinkageTree tree, ExecutionContext exec)
      throws CanceledExecutionException {
    return table(
        singleLinkageSpec(),
        tree.merges(),
        i ->
            new DataCell[] {
              new IntCell(tree.left(i)),
              new IntCell(tree.right(i)),
              new DoubleCell(tree.distance(i)),
              new IntCell(tree.size(i))
            },
        exec);
  }

  private static BufferedDataTable table(
      DataTableSpec spec, int count, IntFunction<DataCell[]> cells, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(spec);
    for (int i = 0; i < count; i++) {
      if (i % LOOK == 0) {
        exec.checkCanceled();
        exec.setProgress((double) i / count);
      }
      container.addRowToTable(new DefaultRow(RowKey.createRowKey((long) i), cells.apply(i)));
    }
    container.close();
    return container.getTable();
  }
}
