// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which clusters (or parts of them) rows lie with, and how often.
 *
 * <p>In: the labels of R runs, and a cluster for some of the groups of rows. Out: for a group the
 * rows of each cluster that it lies together with, summed over the runs: whole numbers, whatever
 * the order of the runs. How: for each run and label the clusters whose rows bear it, counted.
 */
final class Company {
  private record Cell(int cluster, int rows) {}

  private final int[][] runs;
  private final LabelTuples tuples;
  private final int[] size;
  private final List<Map<Integer, List<Cell>>> cells = new ArrayList<>(); // run: label: clusters

  private Company(int[][] runs, LabelTuples tuples, int clusters) {
    this.runs = runs;
    this.tuples = tuples;
    this.size = new int[clusters];
  }

  /**
   * Counts.
   *
   * @param runs run × row
   * @param cluster the cluster of each group; groups in none are nobody's company
   */
  static Company of(int[][] runs, LabelTuples tuples, int[] cluster) {
    Company company = new Company(runs, tuples, Labels.count(cluster));
    for (int g = 0; g < cluster.length; g++) {
      if (cluster[g] != Labels.NOISE) {
        company.size[cluster[g]] += tuples.size[g];
      }
    }
    for (int[] run : runs) {
      company.count(run, cluster);
    }
    return company;
  }

  private void count(int[] run, int[] cluster) {
    Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
    for (int g = 0; g < cluster.length; g++) {
      int label = run[tuples.first[g]];
      if (cluster[g] != Labels.NOISE && label != Labels.NOISE) {
        counts
            .computeIfAbsent(label, l -> new TreeMap<>())
            .merge(cluster[g], tuples.size[g], Integer::sum);
      }
    }
    Map<Integer, List<Cell>> lists = new TreeMap<>();
    counts.forEach(
        (label, in) ->
            lists.put(
                label,
                in.entrySet().stream().map(e -> new Cell(e.getKey(), e.getValue())).toList()));
    cells.add(lists);
  }

  /** Rows of a cluster. */
  int size(int cluster) {
    return size[cluster];
  }

  /** Of each cluster the rows that a row of a group lies with, summed over the runs. */
  double[] ofGroup(int group) {
    double[] together = new double[size.length];
    for (int r = 0; r < runs.length; r++) {
      int label = runs[r][tuples.first[group]];
      for (Cell cell : cells.get(r).getOrDefault(label, List.of())) {
        together[cell.cluster] += cell.rows;
      }
    }
    return together;
  }
}
