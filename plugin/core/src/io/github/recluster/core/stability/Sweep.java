// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs with half and twice as many neighbors, and clusters half and twice as large.
 *
 * <p>In: rows in canonical order. Out: for each pair of parameters the labels of its runs. How: one
 * graph for each other number of neighbors, one layout for each of its seeds, which all sizes
 * share; with the neighbors asked for, the layouts of the seed runs serve.
 */
final class Sweep {
  /** The runs of one pair of parameters. */
  @SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
  record Setting(int neighbors, int minClusterSize, int[][] runs) {
    SweptParameters judged(Parallel parallel) {
      Agreement agreement = Agreement.of(runs, parallel);
      int[] counts = Arrays.stream(runs).mapToInt(Labels::count).sorted().toArray();
      long trivial = Arrays.stream(runs).filter(Balance::isTrivial).count();
      return new SweptParameters(
          neighbors,
          minClusterSize,
          agreement.median(),
          agreement.worst(),
          counts[counts.length / 2],
          2 * trivial > runs.length);
    }
  }

  private Sweep() {}

  /** Every setting, the asked one in the middle of each list. */
  static List<Setting> of(Runs runs, StabilityOptions options, Parallel parallel) {
    List<Setting> settings = new ArrayList<>();
    if (options.sweep() == 0) {
      return settings;
    }
    int[] neighbors = around(options.umap().neighbors());
    int[] sizes = sizes(options);
    for (int k = 0; k < neighbors.length; k++) {
      double from = (double) k / neighbors.length;
      double to = (k + 1.0) / neighbors.length;
      int[][][] found =
          neighbors[k] == options.umap().neighbors()
              ? runs.withOtherSizes()
              : runs.withOther(neighbors[k], sizes, parallel.part(from, to));
      for (int s = 0; s < sizes.length; s++) {
        settings.add(new Setting(neighbors[k], sizes[s], found[s]));
      }
    }
    return settings;
  }

  /** The smallest clusters that are tried. */
  static int[] sizes(StabilityOptions options) {
    return around(options.hdbscan().minClusterSize());
  }

  private static int[] around(int value) {
    int twice = (int) Math.min(2L * value, Integer.MAX_VALUE);
    return IntStream.of(Math.max(2, value / 2), value, twice).distinct().toArray();
  }
}
