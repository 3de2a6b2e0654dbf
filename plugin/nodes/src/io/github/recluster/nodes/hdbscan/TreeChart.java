// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.CondensedTree;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.nodes.chart.IcicleChart;
import io.github.recluster.nodes.chart.IcicleChart.Branch;
import io.github.recluster.nodes.table.ClusterNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The condensed tree as a chart: each cluster with the lambdas at which rows leave it. Of a large
 * tree the largest clusters, all chosen ones, and those above them.
 */
final class TreeChart {
  private static final int MOST = 400; // branches, unless more are chosen
  private static final int STEPS = 24; // of a branch
  private static final double SHOWN = 0.9; // of the rows of each chosen cluster
  private static final float FAR = 6; // times as deep as half of the clusters: the rest is cut off

  private final CondensedTree tree;
  private final int n;
  private final int count; // of the tree's clusters
  private final int[] parent;
  private final float[] birth;
  private final int[] size;
  private final int[] label; // of each cluster, −1 if not chosen
  private final float[][] leaving; // the lambdas at which its rows leave, one a row, sorted
  private float deepest;
  private String below = ""; // what is to be said of what is not drawn

  private TreeChart(HdbscanModel model) {
    tree = model.condensedTree();
    n = tree.rows();
    count = tree.clusters();
    parent = new int[count];
    birth = new float[count];
    size = new int[count];
    label = new int[count];
    leaving = new float[count][];
    Arrays.fill(label, -1);
    int[] nodes = model.clusterNodes();
    for (int i = 0; i < nodes.length; i++) {
      label[nodes[i] - n] = i;
    }
    if (count > 0) {
      read();
    }
  }

  /** The chart. */
  static IcicleChart of(HdbscanModel model) {
    return new TreeChart(model).chart();
  }

  private void read() {
    parent[0] = -1;
    size[0] = n;
    for (int e = 0; e < count - 1; e++) {
      int c = tree.child(e) - n;
      parent[c] = tree.parent(e) - n;
      birth[c] = (float) tree.lambda(e);
      size[c] = tree.childSize(e);
    }
    int[] held = size.clone(); // rows that leave it as single rows
    for (int c = 1; c < count; c++) {
      held[parent[c]] -= size[c];
    }
    Arrays.setAll(leaving, c -> new float[held[c]]);
    for (int e = count - 1; e < tree.edges(); e++) {
      int c = tree.parent(e) - n;
      leaving[c][--held[c]] = (float) tree.lambda(e);
    }
    for (float[] lambdas : leaving) {
      Arrays.sort(lambdas);
    }
    deepest = deepestShown();
  }

  /**
   * Few rows may lie so dense that all others would be squeezed to a line: they are cut off. Piles
   * of equal rows are drawn to end a little below all else.
   */
  private float deepestShown() {
    float deep = 0;
    float born = 0; // the last of the chosen ones
    boolean piles = false;
    List<Float> ends = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      boolean speaks = leaving[c].length > 0 && (label[c] >= 0 || count == 1);
      if (speaks) {
        float lambda = leaving[c][(int) (SHOWN * (leaving[c].length - 1))];
        piles |= lambda == Float.POSITIVE_INFINITY;
        if (lambda < Float.POSITIVE_INFINITY) {
          ends.add(lambda);
          deep = Math.max(deep, lambda);
        }
      }
      if (birth[c] < Float.POSITIVE_INFINITY) {
        deep = Math.max(deep, birth[c]);
        born = label[c] >= 0 ? Math.max(born, birth[c]) : born;
      }
    }
    return cut(deep, born, ends) * (piles ? 1.1f : 1);
  }

  /** Nor may few clusters squeeze all others: what lies far below most of them is cut off. */
  private float cut(float deep, float born, List<Float> ends) {
    if (ends.isEmpty()) {
      return deep;
    }
    ends.sort(null);
    float far = Math.max(FAR * ends.get(ends.size() / 2), 1.2f * born);
    if (deep <= far) {
      return deep;
    }
    below = String.format(Locale.ROOT, " Cut off below: the densest clusters reach %,.0f.", deep);
    return far;
  }

  private IcicleChart chart() {
    boolean[] kept = kept();
    int[] place = new int[count];
    List<Branch> branches = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      if (kept[c]) {
        place[c] = branches.size();
        branches.add(branch(c, c == 0 ? -1 : place[parent[c]]));
      }
    }
    return new IcicleChart(
        "Tree of clusters",
        "From all rows, at the top, to the densest: where it is dense enough, a cluster splits in"
            + " two; all along it loses rows that are noise there. The clusters chosen are colored."
            + below,
        "density (1 / distance)",
        branches);
  }

  private boolean[] kept() {
    boolean[] kept = new boolean[count];
    int[] sizes = size.clone();
    Arrays.sort(sizes);
    int least = count > MOST ? sizes[count - MOST] : 0;
    for (int c = 0; c < count; c++) {
      kept[c] = size[c] > least || count <= MOST; // what lies above is larger
    }
    for (int c = count - 1; c > 0; c--) {
      kept[c] |= label[c] >= 0;
      kept[parent[c]] |= kept[c];
    }
    return kept;
  }

  private Branch branch(int c, int above) {
    float[] lambdas = leaving[c];
    int clusters = size[c] - lambdas.length; // rows that go on in clusters below
    int steps = Math.min(STEPS, Math.max(1, lambdas.length));
    float[] levels = new float[steps + 1];
    int[] sizes = new int[steps];
    levels[0] = Math.min(birth[c], deepest);
    for (int s = 0; s < steps; s++) {
      int gone = (int) ((long) lambdas.length * s / steps);
      int next = (int) ((long) lambdas.length * (s + 1) / steps);
      sizes[s] = clusters + lambdas.length - gone;
      levels[s + 1] =
          Math.max(levels[s], next == 0 ? levels[s] : Math.min(deepest, lambdas[next - 1]));
    }
    if (clusters > 0) { // it lives on until its children are born
      levels[steps] = Math.min(deepest, birthBelow(c));
    }
    String name = label[c] >= 0 ? ClusterNames.of(label[c]) : c == 0 ? "all rows" : "cluster";
    return new Branch(above, levels, sizes, label[c], name);
  }

  private float birthBelow(int c) {
    for (int b = c + 1; b < count; b++) {
      if (parent[b] == c) {
        return birth[b];
      }
    }
    return birth[c];
  }
}
