// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which features act together: mean absolute SHAP interaction values, found while rows stream by.
 *
 * <p><b>In</b>: ensembles over the same features; rows, part after part. <b>Out</b>: for each
 * ensemble and pair of features the mean, over all rows, of what both contribute together beyond
 * what each does alone; of a feature with itself, of what it contributes alone. <b>How</b>: {@link
 * ShapInteractions}, one ensemble after the other, sums a block of rows, then of blocks in order:
 * the same bits at any number of threads. Memory: K · d² numbers, and those of some blocks.
 */
public final class PairSummary {
  private static final int NUMBERS = 1 << 22;

  private final List<TreeEnsemble> ensembles;
  private final int features;
  private final double[][] sums; // [ensemble][a * features + b]
  private int rows;

  /** Begins with no rows. */
  public PairSummary(List<TreeEnsemble> ensembles) {
    this.ensembles = List.copyOf(ensembles);
    this.features = ensembles.get(0).features();
    this.sums = new double[ensembles.size()][features * features];
  }

  /** About how many bytes it takes. */
  public static double bytes(int ensembles, int features) {
    double pairs = (double) features * features;
    return 8 * (ensembles * pairs + Math.max(NUMBERS, pairs));
  }

  /** Explains more rows. */
  public void add(Matrix x, Parallel parallel) {
    for (int k = 0; k < sums.length; k++) {
      add(x, parallel.part((double) k / sums.length, (k + 1.0) / sums.length), k);
    }
    rows += x.rows();
  }

  private void add(Matrix x, Parallel parallel, int model) {
    ShapInteractions explainer = ShapInteractions.of(ensembles.get(model), parallel);
    int slab = Math.max(1, NUMBERS / sums[model].length) * ShapInteractions.BLOCK;
    for (int from = 0; from < x.rows(); from += slab) {
      parallel.progress().report((double) from / x.rows(), "Explaining pairs of features");
      int to = (int) Math.min(x.rows(), (long) from + slab);
      Matrix part = x.select(IntStream.range(from, to).toArray());
      double[][] blocks = new double[blocks(part.rows())][sums[model].length];
      explainer.explain(
          part,
          parallel,
          (row, matrix) -> {
            double[] block = blocks[row / ShapInteractions.BLOCK];
            for (int i = 0; i < matrix.length; i++) {
              block[i] += Math.abs(matrix[i]);
            }
          });
      for (double[] block : blocks) {
        for (int i = 0; i < block.length; i++) {
          sums[model][i] += block[i];
        }
      }
    }
  }

  private static int blocks(int rows) {
    return (rows + ShapInteractions.BLOCK - 1) / ShapInteractions.BLOCK;
  }

  /**
   * The mean, over all rows, of the absolute value of what two features contribute together; what a
   * feature contributes alone if both are the same.
   */
  public double meanAbsolute(int model, int a, int b) {
    double halves = a == b ? 1 : 2;
    return halves * sums[model][a * features + b] / rows;
  }

  /** Number of ensembles. */
  public int models() {
    return sums.length;
  }

  /** Number of features. */
  public int features() {
    return features;
  }
}
