// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** Sums of blocks that arrive in any order, to be added in the order of rows. */
final class BlockSums {
  private final List<ConcurrentSkipListMap<Integer, double[]>> byModel = new ArrayList<>();

  BlockSums(int models) {
    for (int k = 0; k < models; k++) {
      byModel.add(new ConcurrentSkipListMap<>());
    }
  }

  void put(int model, int firstRow, double[] sums) {
    byModel.get(model).put(firstRow, sums);
  }

  /** Adds the first numbers of all blocks to as many sums. */
  void addTo(int model, double[] total) {
    for (double[] sums : byModel.get(model).values()) {
      for (int i = 0; i < total.length; i++) {
        total[i] += sums[i];
      }
    }
  }

  /** The largest of the blocks' numbers at a place. */
  double largest(int model, int place) {
    double largest = 0;
    for (double[] sums : byModel.get(model).values()) {
      largest = Math.max(largest, sums[place]);
    }
    return largest;
  }
}
