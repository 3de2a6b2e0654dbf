// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.Arrays;
import java.util.List;

/**
 * All thresholds of some ensembles, feature by feature, so that rows are compared once for all
 * trees.
 *
 * <p><b>How</b>: a value's bin is the number of thresholds up to it; it lies below threshold {@code
 * t} if its bin is at most the number of thresholds below {@code t}. Comparisons of whole numbers
 * then stand for those of float32, exactly. Models of one training share bins, so the lists are
 * short.
 */
final class Cuts {
  private final float[][] thresholds;

  private Cuts(float[][] thresholds) {
    this.thresholds = thresholds;
  }

  static Cuts of(List<TreeEnsemble> ensembles) {
    int features = ensembles.get(0).features();
    float[][] found = new float[features][16];
    int[] counts = new int[features];
    for (TreeEnsemble ensemble : ensembles) {
      for (RegressionTree tree : ensemble.trees()) {
        for (int i = 0; i < tree.size(); i++) {
          if (!tree.isLeaf(i)) {
            int f = tree.feature(i);
            if (counts[f] == found[f].length) {
              found[f] = Arrays.copyOf(found[f], 2 * counts[f]);
            }
            found[f][counts[f]++] = tree.threshold(i) + 0f; // −0 and 0 are one threshold
          }
        }
      }
    }
    for (int f = 0; f < features; f++) {
      found[f] = distinct(Arrays.copyOf(found[f], counts[f]));
    }
    return new Cuts(found);
  }

  private static float[] distinct(float[] values) {
    Arrays.sort(values);
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || values[i] != values[n - 1]) {
        values[n++] = values[i];
      }
    }
    return Arrays.copyOf(values, n);
  }

  int features() {
    return thresholds.length;
  }

  /** Bins below this number are below the threshold. */
  int limit(int feature, float threshold) {
    return Arrays.binarySearch(thresholds[feature], threshold + 0f) + 1;
  }

  /** The bin of a value that is not NaN. */
  private static int bin(float[] cuts, float value) {
    int low = 0;
    int high = cuts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cuts[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Rows {@code from} … {@code to − 1} of a table as bins. */
  BinnedRows bin(Matrix x, int from, int to, Parallel parallel) {
    int d = thresholds.length;
    int n = to - from;
    int[][] missingLeft = new int[d][];
    int[][] missingRight = new int[d][];
    double[] values = x.values();
    parallel.forChunks(
        d,
        1,
        (first, last) -> {
          for (int f = first; f < last; f++) {
            int[] left = new int[n];
            int[] right = left;
            for (int i = 0, at = from * d + f; i < n; i++, at += d) {
              float v = (float) values[at];
              if (Float.isNaN(v)) {
                right = right == left ? left.clone() : right;
                left[i] = BinnedRows.BELOW_ALL;
                right[i] = BinnedRows.ABOVE_ALL;
              } else {
                left[i] = bin(thresholds[f], v);
                right[i] = left[i];
              }
            }
            missingLeft[f] = left;
            missingRight[f] = right;
          }
        });
    return new BinnedRows(n, missingLeft, missingRight);
  }
}
