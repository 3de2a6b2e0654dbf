// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.graph;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The slowest vibrations of a connected graph: eigenvectors of the smallest positive eigenvalues of
 * the normalized Laplacian I − D^−½ W D^−½.
 *
 * <p>In: a connected graph of n vertices, the number of vectors wanted, below n − 1. Out: n ×
 * vectors, row-major, orthonormal columns, slowest first; each column's largest entry is positive.
 * How: a ladder of ever smaller graphs; on the smallest many, on each larger one a few rounds of
 * Chebyshev-filtered subspace iteration, started from the smaller one's result. The number of
 * rounds is fixed: about 70 passes over the edges, never more, however ill-connected the graph is.
 * Ref: von Luxburg: A tutorial on spectral clustering (2007), section 3; Zhou, Saad et al.:
 * Self-consistent field calculations using Chebyshev-filtered subspace iteration (2006). Differs:
 * umap-learn asks ARPACK or LOBPCG for converged vectors, which may take hours.
 */
public final class SpectralEmbedding {
  private static final int SMALLEST = 300;
  private static final int SPARE = 2;
  private static final int DEGREE = 8;

  /** Floors of the rounds on the smallest graph: all is damped that the block does not hold. */
  private static final double[] SHARP = new double[40];

  /** Floors on the larger ones: what the smaller graph could not see is damped first. */
  private static final double[] SMOOTH = {0.7, 0.9, 0.97, 0.99};

  static {
    Arrays.fill(SHARP, 0.999999);
  }

  private SpectralEmbedding() {}

  /** The vectors; see the class comment. */
  public static double[] of(WeightedGraph graph, int vectors, long seed, Parallel parallel) {
    List<Level> ladder = new ArrayList<>();
    ladder.add(Level.of(graph));
    while (top(ladder).vertices() > SMALLEST) {
      parallel.progress().checkCanceled();
      Level coarser = top(ladder).coarser();
      if (coarser.vertices() > 0.9 * top(ladder).vertices()
          || coarser.vertices() <= vectors + SPARE) {
        break;
      }
      ladder.add(coarser);
    }
    int width = Math.min(vectors + SPARE, top(ladder).vertices() - 1);
    double[] start = new double[top(ladder).vertices() * width];
    for (int i = 0; i < start.length; i++) {
      start[i] = Seeds.uniform(seed, i) - 0.5;
    }
    SubspaceIteration iteration =
        new SubspaceIteration(top(ladder), width, start, parallel).run(DEGREE, SHARP);
    for (int l = ladder.size() - 2; l >= 0; l--) {
      double[] finer = spread(ladder.get(l), ladder.get(l + 1), iteration.vectors(), width);
      iteration = new SubspaceIteration(ladder.get(l), width, finer, parallel).run(DEGREE, SMOOTH);
      parallel.progress().report((ladder.size() - 1.0 - l) / ladder.size(), "Starting the layout");
    }
    return wanted(iteration.vectors(), graph.vertices(), width, vectors);
  }

  private static Level top(List<Level> ladder) {
    return ladder.get(ladder.size() - 1);
  }

  /** A group's value, per root of degree, goes to all its vertices. */
  private static double[] spread(Level fine, Level coarse, double[] vectors, int width) {
    double[] result = new double[fine.vertices() * width];
    for (int v = 0; v < fine.vertices(); v++) {
      int g = fine.groups[v];
      double factor = Math.sqrt(fine.degrees[v] / coarse.degrees[g]);
      for (int j = 0; j < width; j++) {
        result[v * width + j] = vectors[g * width + j] * factor;
      }
    }
    return result;
  }

  private static double[] wanted(double[] block, int n, int width, int vectors) {
    double[] result = new double[n * vectors];
    for (int j = 0; j < Math.min(width, vectors); j++) {
      double largest = 0;
      for (int v = 0; v < n; v++) {
        double value = block[v * width + j];
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      for (int v = 0; v < n; v++) {
        result[v * vectors + j] = largest < 0 ? -block[v * width + j] : block[v * width + j];
      }
    }
    return result;
  }
}
