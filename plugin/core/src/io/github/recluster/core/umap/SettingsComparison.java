// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import io.github.recluster.core.neighbors.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The same rows embedded with several settings, to choose among them by eye and by quality.
 *
 * <p>In: a table, n × d, finite, and the settings asked for. Out: a map and its quality for each
 * number of neighbors (half, as asked, twice, four times) with each minimum distance, then for
 * other metrics with the neighbors and the distance asked for. How: on at most {@value #MOST_ROWS}
 * rows, evenly from the canonical order, a worker a map; so the order of rows and the number of
 * threads change nothing. Each map is judged by {@value #JUDGED_BY} neighbors, in its own metric.
 */
public final class SettingsComparison {
  /** The most rows that are embedded. */
  public static final int MOST_ROWS = 2000;

  private static final int JUDGED_BY = 15;
  private static final int MOST_METRICS = 4;
  private static final double[] MIN_DISTS = {0, 0.1, 0.5};
  private static final List<Metric> METRICS =
      List.of(
          Metric.EUCLIDEAN, Metric.MANHATTAN, Metric.COSINE, Metric.CORRELATION, Metric.CHEBYSHEV);

  private final UmapOptions asked;
  private final int[] rows;
  private final List<Compared> maps;

  private SettingsComparison(UmapOptions asked, int[] rows, List<Compared> maps) {
    this.asked = asked;
    this.rows = rows;
    this.maps = maps;
  }

  /** A map, in the order of {@link #rows()}, and how well it keeps neighborhoods. */
  public record Compared(UmapOptions options, Matrix places, EmbeddingQuality quality) {}

  /**
   * Embeds with every setting.
   *
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static SettingsComparison of(Matrix x, UmapOptions asked, Parallel parallel) {
    int[] rows = sample(x.requireModerate());
    Matrix part = x.select(rows);
    List<UmapOptions> settings = settings(asked);
    Compared[] maps = new Compared[settings.size()];
    Progress progress = parallel.progress();
    Parallel worker = new Parallel(1, progress.silent());
    AtomicInteger done = new AtomicInteger();
    parallel.forChunks(
        maps.length,
        1,
        (from, to) -> {
          UmapOptions options = settings.get(from);
          Matrix places = Umap.fit(part, options, worker).embedding();
          maps[from] =
              new Compared(
                  options,
                  places,
                  EmbeddingQuality.of(part, places, options.metric(), JUDGED_BY, worker));
          int d = done.incrementAndGet();
          progress.report((double) d / maps.length, "Map " + d + " of " + maps.length);
        });
    return new SettingsComparison(asked, rows, List.of(maps));
  }

  /** About how much memory a comparison takes at its peak, in bytes. */
  public static long estimateBytes(int columns, UmapOptions asked) {
    int threads = Runtime.getRuntime().availableProcessors();
    UmapOptions most = asked.withNeighbors(4 * asked.neighbors());
    long one = Umap.estimateBytes(MOST_ROWS, columns, most) + 16L * MOST_ROWS;
    return threads * one + 8L * MOST_ROWS * (columns + 20L * asked.components());
  }

  /** The settings: neighbors grow fastest, then the minimum distance; other metrics last. */
  static List<UmapOptions> settings(UmapOptions asked) {
    List<UmapOptions> settings = new ArrayList<>();
    for (double minDist : minDists(asked)) {
      for (int neighbors : neighbors(asked.neighbors())) {
        settings.add(asked.withMinDist(minDist).withNeighbors(neighbors));
      }
    }
    METRICS.stream()
        .filter(metric -> metric != asked.metric())
        .limit(MOST_METRICS)
        .forEach(metric -> settings.add(asked.withMetric(metric)));
    return settings;
  }

  private static int[] neighbors(int asked) {
    return IntStream.of(Math.max(2, asked / 2), asked, 2 * asked, 4 * asked).distinct().toArray();
  }

  /** Usual ones; what is asked for stands in the place of the nearest. */
  private static List<Double> minDists(UmapOptions asked) {
    double minDist = asked.minDist();
    double nearest =
        Arrays.stream(MIN_DISTS)
            .boxed()
            .min((a, b) -> Double.compare(Math.abs(a - minDist), Math.abs(b - minDist)))
            .orElseThrow();
    TreeSet<Double> dists = new TreeSet<>();
    for (double usual : MIN_DISTS) {
      if (usual != nearest && usual <= asked.spread()) {
        dists.add(usual);
      }
    }
    dists.add(minDist);
    return List.copyOf(dists);
  }

  private static int[] sample(Matrix x) {
    int[] order = RowOrder.canonical(x).order();
    int count = Math.min(order.length, MOST_ROWS);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = order[(int) ((long) i * order.length / count)];
    }
    return rows;
  }

  /** What was asked for. */
  public UmapOptions asked() {
    return asked;
  }

  /** Indices of the table's rows that were embedded. */
  public int[] rows() {
    return rows.clone();
  }

  /** The maps; the first {@link #acrossNeighbors()} of them differ in the neighbors alone. */
  public List<Compared> maps() {
    return maps;
  }

  /** How many numbers of neighbors were tried. */
  public int acrossNeighbors() {
    return neighbors(asked.neighbors()).length;
  }
}
