// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The clustering that most runs agree on.
 *
 * <p>In: labels of R runs over the same n rows, in canonical order. Out: labels by falling size;
 * noise are rows that lie in a cluster in fewer than half of the runs, and rows whose company has
 * fewer than {@code minSize} rows. How: average linkage of the distinct tuples of labels by
 * co-association, cut at a half; of more than {@link #LINKED} tuples the largest are linked, and
 * every other one joins the cluster that it lies with most, if in half of the runs or more. Linear
 * memory in n beside {@link #LINKED}² · 4 bytes. Ref: Fred, Jain: Combining multiple clusterings
 * using evidence accumulation (PAMI 2005).
 */
final class Consensus {
  /** Two groups of rows are one if they lie together in this share of the runs. */
  static final double CUT = 0.5;

  /** Tuples that are linked all with all: 64 MB. */
  static final int LINKED = 4096;

  private final int[][] runs;
  private final LabelTuples tuples;
  private final int linked;

  private Consensus(int[][] runs, LabelTuples tuples, int linked) {
    this.runs = runs;
    this.tuples = tuples;
    this.linked = linked;
  }

  static int[] of(int[][] runs, int rows, int minSize, Progress progress) {
    return of(runs, rows, minSize, LINKED, progress);
  }

  static int[] of(int[][] runs, int rows, int minSize, int linked, Progress progress) {
    LabelTuples tuples = LabelTuples.of(runs, rows);
    int[] cluster = new Consensus(runs, tuples, linked).clusters(progress);
    int[] labels = new int[rows];
    Arrays.setAll(labels, i -> cluster[tuples.group[i]]);
    return bySize(labels, minSize);
  }

  /** The cluster of each group. */
  private int[] clusters(Progress progress) {
    int[] able = IntStream.range(0, tuples.count()).filter(this::sure).toArray();
    int[] chosen = able.length <= linked ? able : largest(able);
    int[][] labels = new int[runs.length][chosen.length];
    for (int r = 0; r < runs.length; r++) {
      for (int c = 0; c < chosen.length; c++) {
        labels[r][c] = label(r, chosen[c]);
      }
    }
    int[] sizes = Arrays.stream(chosen).map(g -> tuples.size[g]).toArray();
    int[] joined = AverageLinkage.cut(labels, sizes, CUT, progress);
    int[] cluster = new int[tuples.count()];
    Arrays.fill(cluster, Labels.NOISE);
    for (int c = 0; c < chosen.length; c++) {
      cluster[chosen[c]] = joined[c];
    }
    if (chosen.length < able.length) {
      joinRest(able, chosen, cluster);
    }
    return cluster;
  }

  private int label(int run, int group) {
    return runs[run][tuples.first[group]];
  }

  private boolean sure(int group) {
    int inside = 0;
    for (int r = 0; r < runs.length; r++) {
      inside += label(r, group) == Labels.NOISE ? 0 : 1;
    }
    return inside >= CUT * runs.length;
  }

  /** The largest groups, and among equals a random sample. */
  private int[] largest(int[] groups) {
    return Arrays.stream(groups)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(g -> -tuples.size[g])
                .thenComparingLong(g -> Seeds.mix(tuples.first[g])))
        .limit(linked)
        .mapToInt(g -> g)
        .sorted()
        .toArray();
  }

  private void joinRest(int[] able, int[] chosen, int[] cluster) {
    double[] size = new double[chosen.length];
    List<Map<Integer, List<double[]>>> cells = new ArrayList<>();
    for (int r = 0; r < runs.length; r++) {
      Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
      for (int g : chosen) {
        size[cluster[g]] += r == 0 ? tuples.size[g] : 0;
        counts
            .computeIfAbsent(label(r, g), l -> new TreeMap<>())
            .merge(cluster[g], tuples.size[g], Integer::sum);
      }
      Map<Integer, List<double[]>> lists = new TreeMap<>();
      counts.forEach(
          (label, in) ->
              lists.put(
                  label,
                  in.entrySet().stream()
                      .map(e -> new double[] {e.getKey(), e.getValue()})
                      .toList()));
      cells.add(lists);
    }
    for (int g : able) {
      if (cluster[g] == Labels.NOISE) {
        cluster[g] = nearest(g, cells, size);
      }
    }
  }

  private int nearest(int group, List<Map<Integer, List<double[]>>> cells, double[] size) {
    double[] together = new double[size.length];
    for (int r = 0; r < runs.length; r++) {
      int label = label(r, group);
      if (label != Labels.NOISE) {
        for (double[] cell : cells.get(r).getOrDefault(label, List.of())) {
          together[(int) cell[0]] += cell[1];
        }
      }
    }
    int nearest = Labels.NOISE;
    double best = 0;
    for (int c = 0; c < size.length; c++) {
      double share = size[c] == 0 ? 0 : together[c] / size[c];
      if (share >= CUT * runs.length && share > best) {
        best = share;
        nearest = c;
      }
    }
    return nearest;
  }

  /** Numbers clusters by falling size, then by their first row; small ones are noise. */
  private static int[] bySize(int[] clusters, int minSize) {
    int[] sizes = Labels.sizes(clusters);
    int[] first = new int[sizes.length];
    for (int i = clusters.length - 1; i >= 0; i--) {
      if (clusters[i] != Labels.NOISE) {
        first[clusters[i]] = i;
      }
    }
    int[] order =
        IntStream.range(0, sizes.length)
            .filter(c -> sizes[c] >= minSize)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(c -> -sizes[c]).thenComparingInt(c -> first[c]))
            .mapToInt(c -> c)
            .toArray();
    int[] name = new int[sizes.length];
    Arrays.fill(name, Labels.NOISE);
    for (int k = 0; k < order.length; k++) {
      name[order[k]] = k;
    }
    return Arrays.stream(clusters).map(c -> c == Labels.NOISE ? c : name[c]).toArray();
  }
}
