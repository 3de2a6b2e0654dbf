// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.graph.WeightedGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The clustering that most runs agree on.
 *
 * <p>In: labels of R runs over the same n rows, in canonical order; the graph of the rows that the
 * runs share. Out: labels by falling size; noise are rows that lie in a cluster in fewer than half
 * of the runs, and rows whose company has fewer than {@code minSize} rows. How: average linkage of
 * the distinct tuples of labels by co-association, cut at a half; parts that the runs are of two
 * minds about go where {@link DividedParts} says; of more than {@link #LINKED} tuples the largest
 * are linked, and every other one joins the cluster that it lies with most, if in half of the runs
 * or more. Linear memory in n beside {@link #LINKED}² · 4 bytes. Ref: Fred, Jain: Combining
 * multiple clusterings using evidence accumulation (PAMI 2005).
 */
final class Consensus {
  /** Two groups of rows are one if they lie together in this share of the runs. */
  static final double CUT = 0.5;

  /** Tuples that are linked all with all: 64 MB. */
  static final int LINKED = 4096;

  private final int[][] runs;
  private final LabelTuples tuples;
  private final WeightedGraph neighborhoods;
  private final int minSize;

  private Consensus(int[][] runs, WeightedGraph neighborhoods, int minSize) {
    this.runs = runs;
    this.tuples = LabelTuples.of(runs, neighborhoods.vertices());
    this.neighborhoods = neighborhoods;
    this.minSize = minSize;
  }

  /**
   * The consensus.
   *
   * @param runs run × row
   * @param neighborhoods the graph of the rows that all runs share
   */
  static int[] of(int[][] runs, WeightedGraph neighborhoods, int minSize, Progress progress) {
    return of(runs, neighborhoods, minSize, LINKED, progress);
  }

  static int[] of(
      int[][] runs, WeightedGraph neighborhoods, int minSize, int linked, Progress progress) {
    Consensus consensus = new Consensus(runs, neighborhoods, minSize);
    int[] cluster = consensus.clusters(linked, progress);
    int[] labels = new int[neighborhoods.vertices()];
    Arrays.setAll(labels, i -> cluster[consensus.tuples.group[i]]);
    return bySize(labels, minSize);
  }

  /** The cluster of each group. */
  private int[] clusters(int linked, Progress progress) {
    int[] able = IntStream.range(0, tuples.count()).filter(this::sure).toArray();
    int[] chosen = able.length <= linked ? able : largest(able, linked);
    int[][] labels = new int[runs.length][chosen.length];
    for (int r = 0; r < runs.length; r++) {
      for (int c = 0; c < chosen.length; c++) {
        labels[r][c] = label(r, chosen[c]);
      }
    }
    int[] sizes = Arrays.stream(chosen).map(g -> tuples.size[g]).toArray();
    AverageLinkage linkage = AverageLinkage.of(labels, sizes, CUT, progress);
    int[] part = spread(linkage.cut(DividedParts.OF_ONE_MIND), chosen);
    int[] cluster = spread(linkage.cut(CUT), chosen);
    int half = (minSize + 1) / 2; // smaller parts do not matter
    cluster = new DividedParts(runs, tuples, part, cluster, half).settled(neighborhoods);
    if (chosen.length < able.length) {
      joinRest(able, cluster);
    }
    return cluster;
  }

  /** What is known of some groups, for all of them; the others lie nowhere. */
  private int[] spread(int[] known, int[] chosen) {
    int[] all = new int[tuples.count()];
    Arrays.fill(all, Labels.NOISE);
    for (int c = 0; c < chosen.length; c++) {
      all[chosen[c]] = known[c];
    }
    return all;
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
  private int[] largest(int[] groups, int linked) {
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

  private void joinRest(int[] able, int[] cluster) {
    Company company = Company.of(runs, tuples, cluster);
    for (int g : able) {
      if (cluster[g] == Labels.NOISE) {
        cluster[g] = nearest(company, g);
      }
    }
  }

  private int nearest(Company company, int group) {
    double[] together = company.ofGroup(group);
    int nearest = Labels.NOISE;
    double best = 0;
    for (int c = 0; c < together.length; c++) {
      double share = company.size(c) == 0 ? 0 : together[c] / company.size(c);
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
