// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One tree, cut anew: by other options, to a number of clusters, at a distance, for all sizes. */
class RecutTest {
  private static final HdbscanOptions SMALL =
      HdbscanOptions.DEFAULTS.withMinClusterSize(8).withMinSamples(4);

  @Test
  @Tag("law")
  void recutIsAFitWithTheOtherOptions() throws IOException {
    Matrix x = HdbscanTest.table("usual");
    HdbscanOptions other = SMALL.withMinClusterSize(20);
    assertArrayEquals(
        HdbscanTest.bytes(Hdbscan.fit(x, other, Parallel.SERIAL)),
        HdbscanTest.bytes(Hdbscan.fit(x, SMALL, Parallel.SERIAL).recut(other)));
  }

  @Test
  @Tag("edge")
  void whatTheTreeDoesNotTellIsRefused() {
    HdbscanModel model = Hdbscan.fit(HdbscanTest.table("usual"), SMALL, Parallel.SERIAL);
    for (HdbscanOptions other :
        List.of(SMALL.withMinSamples(9), SMALL.withAlpha(2), SMALL.withMetric(Metric.MANHATTAN))) {
      assertThrows(IllegalArgumentException.class, () -> model.recut(other));
    }
    assertThrows(IllegalArgumentException.class, () -> model.recutTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "solid", "lattice", "duplicates", "line"})
  @Tag("twin")
  void layersCountTheLeavesOfEachSize(String name) {
    HdbscanModel model = Hdbscan.fit(HdbscanTest.table(name), SMALL, Parallel.SERIAL);
    ClusterLayers layers = model.layers();
    for (int size = 2; size < 200; size += size < 30 ? 1 : 13) {
      CondensedTree tree = CondensedTree.of(model.singleLinkageTree(), size);
      int leaves = 0;
      for (int c = 1; c < tree.clusters(); c++) {
        leaves += tree.leaves()[c] ? 1 : 0;
      }
      assertEquals(leaves, layers.clustersAt(size), "size " + size);
    }
    int largest = layers.largestSize();
    assertEquals(0, layers.clustersAt(largest + 1));
    assertTrue(largest == 0 || layers.clustersAt(largest) > 1);
    for (ClusterLayers.Layer layer : layers.layers()) {
      assertEquals(layer.clusters(), layers.clustersAt(layer.to()));
      assertTrue(layers.persistenceAt(layer.from() - 1) < layer.persistence());
      assertTrue(layers.persistenceAt(layer.to() + 1) < layer.persistence());
    }
  }

  @Test
  @Tag("twin")
  void outcomesAreThoseOfRecuts() {
    HdbscanOptions options = SMALL.withPersistenceThreshold(0.5);
    HdbscanModel model = Hdbscan.fit(HdbscanTest.table("usual"), options, Parallel.SERIAL);
    int[] sizes = {2, 3, 8, 25, 70, 400};
    List<SizeOutcome> outcomes = model.outcomes(sizes, new Parallel(2, Progress.NONE));
    int clusters = 0;
    for (int i = 0; i < sizes.length; i++) {
      HdbscanModel cut = model.recut(options.withMinClusterSize(sizes[i]));
      int noise = (int) Arrays.stream(cut.labels()).filter(label -> label < 0).count();
      assertEquals(new SizeOutcome(sizes[i], cut.clusters().size(), noise), outcomes.get(i));
      clusters += cut.clusters().size();
    }
    assertTrue(clusters > 5, clusters + " clusters");
  }

  @Test
  @Tag("law")
  void steadySizesAreTheLongestRangesOfOneNumberOfClusters() {
    int[][] outcomes = {
      {5, 9}, {7, 9}, {10, 4}, {20, 4}, {40, 4}, {41, 3}, {50, 2}, {90, 2}, {99, 1}, {500, 1}
    };
    List<SizeOutcome> list =
        Arrays.stream(outcomes).map(o -> new SizeOutcome(o[0], o[1], 100 - o[0])).toList();
    assertEquals(
        List.of(
            new SteadySizes(10, 40, new SizeOutcome(20, 4, 80)),
            new SteadySizes(50, 90, new SizeOutcome(50, 2, 50))),
        SteadySizes.of(list, 2));
  }

  @Test
  @Tag("law")
  void recutToANumberOfClusters() {
    HdbscanModel model = Hdbscan.fit(HdbscanTest.table("usual"), SMALL, Parallel.SERIAL);
    int most = Labels.count(model.recutTo(9999).labels());
    assertTrue(most > 4);
    int before = most;
    for (int count = most; count > 1; count--) {
      int found = Labels.count(model.recutTo(count).labels());
      assertTrue(found <= count && found <= before && found > 1, count + " gave " + found);
      before = found;
    }
    assertTrue(before < most);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.35, 1, 50})
  @Tag("twin")
  void dbscanIsWhatHangsTogether(double distance) {
    Matrix x = HdbscanTest.table("usual");
    HdbscanModel model = Hdbscan.fit(x, SMALL, Parallel.SERIAL);
    double[] core = BruteForce.coreDistances(x, 4, Metric.EUCLIDEAN, Parallel.SERIAL);
    int[] labels = model.dbscan(distance);
    int[] part = new int[x.rows()]; // spread labels along short links until nothing changes
    Arrays.setAll(part, i -> i);
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < part.length; i++) {
        for (int j = 0; j < part.length; j++) {
          double d = Metric.EUCLIDEAN.distance(x.values(), 2 * i, x.values(), 2 * j, 2);
          if (part[j] < part[i] && Math.max(d, Math.max(core[i], core[j])) <= distance) {
            part[i] = part[j];
            changed = true;
          }
        }
      }
    }
    int[] size = new int[part.length];
    for (int p : part) {
      size[p]++;
    }
    for (int i = 0; i < part.length; i++) {
      assertEquals(size[part[i]] >= 8, labels[i] != Labels.NOISE);
      if (labels[i] != Labels.NOISE) {
        assertEquals(labels[part[i]], labels[i]);
        assertEquals(size[part[i]], Labels.sizes(labels)[labels[i]]);
      }
    }
  }
}
