// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.umap.SettingsComparison.Compared;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettingsComparisonTest {
  private static final UmapOptions FAST = UmapOptions.DEFAULTS.withEpochs(20);

  private static Matrix groups(int rows) {
    double[] values = new double[rows * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 4 % 3 * 10 + Seeds.below(11, i, 1000) / 250.0;
    }
    return Matrix.of(rows, 4, values);
  }

  private static String settings(UmapOptions asked) {
    StringBuilder text = new StringBuilder();
    for (UmapOptions o : SettingsComparison.settings(asked)) {
      text.append(o.neighbors()).append('/').append(o.minDist());
      text.append(o.metric() == asked.metric() ? " " : "/" + o.metric().id() + " ");
    }
    return text.toString().trim();
  }

  @Test
  @Tag("law")
  void whatWasAskedForStandsAmongItsNeighbors() {
    assertEquals(
        "5/0.0 10/0.0 20/0.0 40/0.0 5/0.1 10/0.1 20/0.1 40/0.1 5/0.5 10/0.5 20/0.5 40/0.5"
            + " 10/0.0/manhattan 10/0.0/cosine 10/0.0/correlation 10/0.0/chebyshev",
        settings(UmapOptions.DEFAULTS));
    assertEquals(
        "2/0.0 3/0.0 6/0.0 12/0.0 2/0.2 3/0.2 6/0.2 12/0.2"
            + " 3/0.2/euclidean 3/0.2/manhattan 3/0.2/cosine 3/0.2/correlation",
        settings(
            FAST.withNeighbors(3).withMinDist(0.2).withSpread(0.4).withMetric(Metric.HAMMING)));
  }

  @Test
  @Tag("same")
  void theMapThatWasAskedForIsTheNodesOwn() {
    Matrix x = groups(150);
    SettingsComparison comparison = SettingsComparison.of(x, FAST, Parallel.SERIAL);
    Compared asked =
        comparison.maps().stream().filter(m -> m.options().equals(FAST)).findAny().orElseThrow();
    assertArrayEquals(
        Umap.fit(x, FAST, Parallel.SERIAL).embedding().select(comparison.rows()).values(),
        asked.places().values());
    assertTrue(asked.quality().trustworthiness() > 0.8, asked.quality().toString());
    assertEquals(4, comparison.acrossNeighbors());
  }

  @Test
  @Tag("same")
  void theSameAtAnyNumberOfThreadsAndInAnyOrderOfRows() {
    Matrix x = groups(90);
    int[] turned = IntStream.range(0, 90).map(i -> 89 - i).toArray();
    SettingsComparison one = SettingsComparison.of(x, FAST, Parallel.SERIAL);
    SettingsComparison other =
        SettingsComparison.of(x.select(turned), FAST, new Parallel(3, Progress.NONE));
    assertArrayEquals(one.rows(), IntStream.of(other.rows()).map(i -> turned[i]).toArray());
    for (int m = 0; m < one.maps().size(); m++) {
      assertArrayEquals(one.maps().get(m).places().values(), other.maps().get(m).places().values());
      assertEquals(one.maps().get(m).quality(), other.maps().get(m).quality());
    }
  }

  @Test
  @Tag("edge")
  void longTablesAreSampledAndShortOnesAreNot() {
    Matrix x = groups(2600);
    UmapOptions cheap = FAST.withEpochs(1).withNeighbors(2).withInit(UmapInit.RANDOM);
    SettingsComparison comparison = SettingsComparison.of(x, cheap, Parallel.SERIAL);
    assertEquals(SettingsComparison.MOST_ROWS, comparison.rows().length);
    assertEquals(SettingsComparison.MOST_ROWS, IntStream.of(comparison.rows()).distinct().count());
    for (int rows : new int[] {0, 1, 2, 3}) {
      List<Compared> maps = SettingsComparison.of(groups(rows), FAST, Parallel.SERIAL).maps();
      assertEquals(16, maps.size());
      maps.forEach(map -> assertEquals(rows, map.places().rows()));
    }
  }

  @Test
  @Tag("edge")
  void aWishToStopIsHeard() {
    Progress stop = () -> true;
    assertThrows(
        CancellationException.class,
        () -> SettingsComparison.of(groups(50), FAST, new Parallel(2, stop)));
  }
}
