// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.trees;

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
public final class Thresholds {
  private final float[][] values;

  private Thresholds(float[][] values) {
    this.values = values;
  }

  /** Gathers the thresholds of ensembles over the same features; there is one at least. */
  public static Thresholds of(List<TreeEnsemble> ensembles) {
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
    return new Thresholds(found);
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

  /** Number of features. */
  public int features() {
    return values.length;
  }

  /** Number of thresholds of a feature; it has one bin more. */
  public int count(int feature) {
    return values[feature].length;
  }

  /** A threshold of a feature; they rise. */
  public float get(int feature, int place) {
    return values[feature][place];
  }

  /** Bins below this number are below the threshold, which is one of the feature's. */
  public int limit(int feature, float threshold) {
    return Arrays.binarySearch(values[feature], threshold + 0f) + 1;
  }

  /** The bin of a value that is not NaN. */
  public int bin(int feature, float value) {
    float[] thresholds = values[feature];
    int low = 0;
    int high = thresholds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thresholds[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
