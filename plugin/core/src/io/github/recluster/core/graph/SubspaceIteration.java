// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.graph;

import io.github.recluster.core.compute.Parallel;
import java.util.Arrays;

/**
 * Turns a block of vectors toward the eigenvectors of the largest eigenvalues of A = D^−½ W D^−½
 * below 1, all orthogonal to the trivial one, √degree.
 *
 * <p>In: n × width vectors, interleaved. Out: the same, orthonormal, largest eigenvalue first. How:
 * in each round a Chebyshev polynomial damps what lies below a floor, then a Rayleigh–Ritz step
 * sorts what remains. Sums run over fixed chunks in fixed order.
 */
final class SubspaceIteration {
  private static final int CHUNK = 2048;

  private final Level level;
  private final int n;
  private final int width;
  private final Parallel parallel;
  private final double[] root;
  private final double[] inverse;
  private final double[] loops;
  private double[] block;

  /** Eigenvalues of A, largest first, as far as they are known. */
  private final double[] values;

  SubspaceIteration(Level level, int width, double[] start, Parallel parallel) {
    this.level = level;
    this.n = level.vertices();
    this.width = width;
    this.parallel = parallel;
    this.block = start;
    this.values = new double[width];
    this.root = new double[n];
    this.inverse = new double[n];
    this.loops = new double[n];
    for (int v = 0; v < n; v++) {
      double outward = 0;
      for (int e = level.graph.offsets()[v]; e < level.graph.offsets()[v + 1]; e++) {
        outward += level.graph.weights()[e];
      }
      loops[v] = Math.max(0, 1 - outward / level.degrees[v]);
      root[v] = Math.sqrt(level.degrees[v]);
      inverse[v] = 1 / root[v];
    }
  }

  double[] vectors() {
    return block;
  }

  /**
   * Runs a round for each floor: eigenvalues below it are damped, or those below the block's
   * smallest Ritz value where that is lower.
   */
  SubspaceIteration run(int degree, double... floors) {
    orthonormalize();
    rotate();
    for (double floor : floors) {
      parallel.progress().checkCanceled();
      filter(degree, Math.max(-0.5, Math.min(floor, values[width - 1])));
      orthonormalize();
      rotate();
    }
    return this;
  }

  /** Maps [−1, floor] onto [−1, 1], where the polynomial stays small; above it grows fast. */
  private void filter(int degree, double floor) {
    double half = (floor + 1) / 2;
    double center = (floor - 1) / 2;
    double[] before = block;
    double[] now = step(before, null, center, 1 / half);
    double[] spare = null;
    for (int k = 2; k <= degree; k++) {
      spare = step(now, before, center, 2 / half);
      before = now;
      now = spare;
      if (k % 4 == 0) {
        rescale(before, now);
      }
    }
    block = now;
  }

  /** factor · (A − center) x − y. */
  private double[] step(double[] x, double[] y, double center, double factor) {
    double[] result = new double[x.length];
    int[] offsets = level.graph.offsets();
    int[] targets = level.graph.targets();
    float[] weights = level.graph.weights();
    parallel.forChunks(
        n,
        CHUNK,
        (from, to) -> {
          double[] sums = new double[width];
          for (int v = from; v < to; v++) {
            Arrays.fill(sums, 0);
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
              int u = targets[e];
              double weight = weights[e] * inverse[u];
              for (int j = 0; j < width; j++) {
                sums[j] += weight * x[u * width + j];
              }
            }
            for (int j = 0; j < width; j++) {
              int at = v * width + j;
              double image = sums[j] * inverse[v] + (loops[v] - center) * x[at];
              result[at] = factor * image - (y == null ? 0 : y[at]);
            }
          }
        });
    return result;
  }

  private void rescale(double[] before, double[] now) {
    double largest = 0;
    for (double value : now) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > 0) {
      double factor = 1 / largest;
      for (int i = 0; i < now.length; i++) {
        now[i] *= factor;
        before[i] *= factor;
      }
    }
  }

  /** Gram–Schmidt, twice, against the trivial vector and the columns before. */
  private void orthonormalize() {
    double all = 0;
    for (double degree : level.degrees) {
      all += degree;
    }
    for (int j = 0; j < width; j++) {
      for (int pass = 0; pass < 2; pass++) {
        double dot = 0;
        for (int v = 0; v < n; v++) {
          dot += root[v] * block[v * width + j];
        }
        for (int v = 0; v < n; v++) {
          block[v * width + j] -= dot / all * root[v];
        }
        for (int i = 0; i < j; i++) {
          subtract(i, j);
        }
      }
      normalize(j);
    }
  }

  private void subtract(int i, int j) {
    double dot = 0;
    for (int at = 0; at < block.length; at += width) {
      dot += block[at + i] * block[at + j];
    }
    for (int at = 0; at < block.length; at += width) {
      block[at + j] -= dot * block[at + i];
    }
  }

  private void normalize(int j) {
    double square = 0;
    for (int at = j; at < block.length; at += width) {
      square += block[at] * block[at];
    }
    double factor = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (int at = j; at < block.length; at += width) {
      block[at] *= factor;
    }
  }

  /** Rayleigh–Ritz. */
  private void rotate() {
    double[] image = step(block, null, 0, 1);
    double[][] small = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        double dot = 0;
        for (int at = 0; at < block.length; at += width) {
          dot += block[at + i] * image[at + j];
        }
        small[i][j] = small[j][i] = dot;
      }
    }
    double[][] vectors = Jacobi.diagonalize(small);
    double[] mixed = new double[block.length];
    for (int at = 0; at < block.length; at += width) {
      for (int j = 0; j < width; j++) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
          sum += block[at + i] * vectors[j][i];
        }
        mixed[at + j] = sum;
      }
    }
    block = mixed;
    for (int j = 0; j < width; j++) {
      values[j] = small[j][j];
    }
  }
}
