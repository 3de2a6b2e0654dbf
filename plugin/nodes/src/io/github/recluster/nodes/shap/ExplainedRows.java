// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapBlock;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.ShapSummary;
import java.util.List;
import org.knime.core.data.DataRow;

/**
 * What the explainer says of some rows in a row: all that is held of a table at a time.
 *
 * @param rows the rows as the table has them
 * @param x the rows as the trees read them
 * @param clusters each row's own cluster as its place among the labels; −1 if it has none, {@link
 *     ShapSummary#UNKNOWN} if nobody knows
 * @param predictions of each classifier, row after row
 * @param contributions of each classifier, row after row, feature after feature
 */
@SuppressWarnings("ArrayRecordComponent") // large, handed over, never compared
record ExplainedRows(
    List<DataRow> rows,
    Matrix x,
    int[] clusters,
    double[][] predictions,
    double[][] contributions) {
  private static final int NUMBERS = 1 << 23;
  private static final int LEAST = 512;
  private static final int MOST = 1 << 14;

  /** How many rows to take at a time: as many as fill a fixed room, whatever the table. */
  static int atATime(int models, int features) {
    long fit = NUMBERS / Math.max(1L, (long) models * features);
    return (int) Math.max(LEAST, Math.min(MOST, fit / LEAST * LEAST));
  }

  /** The bytes that so many rows take. */
  static double bytes(int rows, int models, int features) {
    return 8.0 * rows * (models * (features + 1.0) + 4.0 * features);
  }

  /** Rows of which nothing is said yet. */
  static ExplainedRows of(List<DataRow> rows, Matrix x, int[] clusters, ShapExplainer explainer) {
    int models = explainer.models();
    return new ExplainedRows(
        rows, x, clusters, new double[models][x.rows()], new double[models][x.values().length]);
  }

  /** Keeps what is said of some of the rows. */
  void keep(ShapBlock block) {
    int columns = x.columns();
    for (int i = 0; i < block.rows(); i++) {
      int row = block.firstRow() + i;
      predictions[block.model()][row] = block.prediction(i);
      for (int f = 0; f < columns; f++) {
        contributions[block.model()][row * columns + f] = block.contribution(i, f);
      }
    }
  }

  int count() {
    return rows.size();
  }

  String key(int row) {
    return rows.get(row).getKey().getString();
  }

  double contribution(int cluster, int row, int feature) {
    return contributions[cluster][row * x.columns() + feature];
  }
}
