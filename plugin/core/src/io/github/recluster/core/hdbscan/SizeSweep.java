// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one tree anew for each of many smallest cluster sizes, and counts what comes out.
 *
 * <p>In: a single linkage tree, options, sizes. Out: clusters and noise, one a size. How: the steps
 * that follow the single linkage tree, without what is known of each row; O(n) a size, 28 bytes a
 * row and thread.
 */
final class SizeSweep {
  private SizeSweep() {}

  /** The outcome of each size, in the order of the sizes. */
  static List<SizeOutcome> of(
      SingleLinkageTree tree, HdbscanOptions options, int[] sizes, Parallel parallel) {
    SizeOutcome[] outcomes = new SizeOutcome[sizes.length];
    parallel.forChunks(
        sizes.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            outcomes[i] = outcome(tree, options.withMinClusterSize(sizes[i]));
          }
        });
    return Arrays.asList(outcomes);
  }

  private static SizeOutcome outcome(SingleLinkageTree tree, HdbscanOptions options) {
    CondensedTree condensed = CondensedTree.of(tree, options);
    boolean[] chosen = ClusterSelection.of(condensed, ClusterStability.of(condensed), options);
    FlatClusters flat = FlatClusters.of(condensed, chosen, options);
    int noise = 0;
    for (int label : flat.labels()) {
      noise += label < 0 ? 1 : 0;
    }
    return new SizeOutcome(options.minClusterSize(), flat.cluster().length, noise);
  }
}
