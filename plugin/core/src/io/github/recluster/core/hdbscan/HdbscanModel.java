// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import io.github.recluster.core.neighbors.Metric;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * The clusters of a table, the trees they were taken from, and the way to place new rows.
 *
 * <p>Inside, rows are in canonical order, and {@code order[i]} is the table's own number of row
 * {@code i}; outside, rows have the table's order.
 */
public final class HdbscanModel {
  private static final String KIND = "HDBSCAN model";
  private static final int VERSION = 1;

  private final Matrix rows;
  private final int[] order;
  private final double[] core;
  private final SingleLinkageTree tree;
  private final HdbscanOptions options;
  private final CondensedTree condensed;
  private final double[] stability;
  private final FlatClusters flat;
  private final int[] labels;
  private final double[] probabilities;
  private final double[] outlierScores;
  private List<ClusterSummary> summaries; // made when asked for
  private ClusterPrediction prediction; // made when asked for
  private MembershipVectors memberships; // made when asked for

  private HdbscanModel(
      Matrix rows,
      int[] order,
      double[] core,
      SingleLinkageTree tree,
      HdbscanOptions options,
      Parallel parallel) {
    this.rows = rows;
    this.order = order;
    this.core = core;
    this.tree = tree;
    this.options = options;
    parallel.progress().checkCanceled();
    condensed = CondensedTree.of(tree, options);
    double[][] scores = new double[2][];
    FlatClusters[] found = new FlatClusters[1];
    parallel.forChunks(
        2,
        1,
        (task, end) -> {
          if (task == 0) {
            scores[0] = ClusterStability.of(condensed);
            boolean[] chosen = ClusterSelection.of(condensed, scores[0], options);
            found[0] = FlatClusters.of(condensed, chosen, options);
          } else {
            scores[1] = OutlierScores.of(condensed);
          }
        });
    stability = scores[0];
    flat = found[0];
    parallel.progress().checkCanceled();
    labels = restore(flat.labels());
    probabilities = restore(flat.probabilities());
    outlierScores = restore(scores[1]);
  }

  /** Everything that follows from the single linkage tree; rows in canonical order. */
  static HdbscanModel of(
      Matrix rows,
      int[] order,
      double[] core,
      SingleLinkageTree tree,
      HdbscanOptions options,
      Parallel parallel) {
    return new HdbscanModel(rows, order, core, tree, options, parallel);
  }

  /**
   * The same tree cut anew, at a fraction of the cost of a fit.
   *
   * @param other options with the same minSamples, alpha and metric
   * @throws IllegalArgumentException if one of those differs
   */
  public HdbscanModel recut(HdbscanOptions other) {
    if (other.minSamples() != options.minSamples()
        || other.alpha() != options.alpha()
        || other.metric() != options.metric()) {
      throw new IllegalArgumentException(
          "minSamples, alpha and metric must be as in the fit, got " + other);
    }
    return new HdbscanModel(rows, order, core, tree, other, Parallel.SERIAL);
  }

  /**
   * The same tree cut into as many clusters as wanted, or the next smaller number that there is:
   * leaves of the tree, those joined first that split at the smallest distance.
   *
   * @param count number of clusters, at least 1
   */
  public HdbscanModel recutTo(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, got " + count);
    }
    HdbscanOptions leaves =
        options.withClusterSelectionMethod(ClusterSelectionMethod.LEAF).withMaxClusterSize(0);
    double[] distances = new double[condensed.clusters() + 1];
    for (int c = 1; c < condensed.clusters(); c++) {
      distances[c] = Math.nextUp(1 / condensed.birthOf(c));
    }
    java.util.Arrays.sort(distances); // begins with 0: no joining; joining more leaves fewer
    int low = 0;
    int high = distances.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      HdbscanOptions cut = leaves.withClusterSelectionEpsilon(distances[middle]);
      boolean[] chosen = ClusterSelection.of(condensed, stability, cut);
      int found = 0;
      for (boolean c : chosen) {
        found += c ? 1 : 0;
      }
      if (found <= count) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return recut(leaves.withClusterSelectionEpsilon(distances[low]));
  }

  /**
   * DBSCAN's labels from the same tree: the rows that hang together at a distance, in clusters of
   * at least minClusterSize rows, numbered by size.
   */
  public int[] dbscan(double distance) {
    return restore(DistanceCut.of(tree, distance, options.minClusterSize()));
  }

  /** What other smallest cluster sizes would give. */
  public ClusterLayers layers() {
    return ClusterLayers.of(tree);
  }

  /**
   * What each of some smallest cluster sizes gives, all else as here; a fraction of a fit each.
   *
   * @param sizes at least 2 each
   */
  public List<SizeOutcome> outcomes(int[] sizes, Parallel parallel) {
    return SizeSweep.of(tree, options, sizes, parallel);
  }

  /** What it was made with. */
  public HdbscanOptions options() {
    return options;
  }

  /** Number of columns of the table. */
  public int dimensions() {
    return rows.columns();
  }

  /** Each row's cluster, 0 the largest, or −1 for noise; not a copy. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public int[] labels() {
    return labels;
  }

  /** Each row's membership in its cluster, 0 (noise) to 1 (densest part); not a copy. */
  public double[] probabilities() {
    return probabilities;
  }

  /** Each row's GLOSH outlier score, 0 (inlier) to 1; not a copy. */
  public double[] outlierScores() {
    return outlierScores;
  }

  /** What is known of each cluster, by number. */
  public synchronized List<ClusterSummary> clusters() {
    if (summaries == null) {
      summaries = List.copyOf(ClusterSummaries.of(rows, order, condensed, flat, options.metric()));
    }
    return summaries;
  }

  /** The density-based validity index of the clusters, −1 to 1; on large tables from a sample. */
  public double validity() {
    double sum = 0;
    for (ClusterSummary cluster : clusters()) {
      sum += Double.isNaN(cluster.dbcv()) ? 0 : cluster.share() * cluster.dbcv();
    }
    return sum;
  }

  /** Rows in the middle of the densest parts of a cluster, in ascending order. */
  public int[] exemplars(int label) {
    int[] found = ClusterSummaries.exemplars(condensed, flat.cluster()[label]);
    for (int i = 0; i < found.length; i++) {
      found[i] = order[found[i]];
    }
    java.util.Arrays.sort(found);
    return found;
  }

  /** The tree of clusters. */
  public CondensedTree condensedTree() {
    return condensed.renamed(order);
  }

  /** The tree of all merges. */
  public SingleLinkageTree singleLinkageTree() {
    return tree.renamed(order);
  }

  /** The condensed tree's node, n + a number, of each cluster. */
  public int[] clusterNodes() {
    int[] nodes = flat.cluster().clone();
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] += rows.rows();
    }
    return nodes;
  }

  /**
   * Places new rows; a row's place depends on that row alone, and a row of the table is placed
   * where it was.
   *
   * @throws IllegalArgumentException if columns are missing or a number is not finite
   */
  public HdbscanPrediction predict(Matrix x, Parallel parallel) {
    requireColumns(x);
    return prediction().of(x, parallel);
  }

  private void requireColumns(Matrix x) {
    if (x.columns() != rows.columns()) {
      throw new IllegalArgumentException(
          "columns must be as many as in the fit, " + rows.columns() + ", got " + x.columns());
    }
    x.requireFinite();
  }

  /**
   * How much each row of the table belongs to each cluster: a row's numbers, one a cluster, add up
   * to how likely it lies in any.
   */
  public Matrix memberships(Parallel parallel) {
    return vectors().ofTable(order, parallel);
  }

  /**
   * The same of new rows; what a row gets depends on that row alone, and a row of the table gets
   * what it has there.
   *
   * @throws IllegalArgumentException if columns are missing or a number is not finite
   */
  public Matrix memberships(Matrix x, Parallel parallel) {
    requireColumns(x);
    return prediction().memberships(x, vectors(), parallel);
  }

  /** About how many bytes the memberships of some rows take. */
  public double membershipMemory(long count) {
    return MembershipVectors.memoryNeeded(count, condensed, flat);
  }

  private synchronized MembershipVectors vectors() {
    if (memberships == null) {
      memberships = new MembershipVectors(rows, condensed, flat, options.metric());
    }
    return memberships;
  }

  private synchronized ClusterPrediction prediction() {
    if (prediction == null) {
      prediction = new ClusterPrediction(rows, core, condensed, flat, options);
    }
    return prediction;
  }

  /** Writes the model. */
  public void write(OutputStream out) throws IOException {
    ModelFile.write(
        out,
        KIND,
        VERSION,
        data -> {
          writeOptions(data);
          data.writeInt(rows.rows());
          data.writeInt(rows.columns());
          ModelFile.writeDoubles(data, rows.values());
          ModelFile.writeInts(data, order);
          ModelFile.writeDoubles(data, core);
          tree.write(data);
        });
  }

  /** Reads what {@link #write} wrote. */
  public static HdbscanModel read(InputStream in) throws IOException {
    return ModelFile.read(
        in,
        KIND,
        VERSION,
        (data, version) -> {
          HdbscanOptions options = readOptions(data);
          int n = data.readInt();
          int d = data.readInt();
          Matrix rows = Matrix.of(n, d, ModelFile.readDoubles(data));
          int[] order = ModelFile.readInts(data);
          double[] core = ModelFile.readDoubles(data);
          SingleLinkageTree tree = SingleLinkageTree.read(data);
          return new HdbscanModel(rows, order, core, tree, options, Parallel.SERIAL);
        });
  }

  private void writeOptions(DataOutputStream data) throws IOException {
    data.writeInt(options.minClusterSize());
    data.writeInt(options.minSamples());
    data.writeUTF(options.clusterSelectionMethod().name());
    data.writeDouble(options.clusterSelectionEpsilon());
    data.writeDouble(options.alpha());
    data.writeInt(options.maxClusterSize());
    data.writeBoolean(options.allowSingleCluster());
    data.writeDouble(options.persistenceThreshold());
    data.writeUTF(options.metric().id());
  }

  private static HdbscanOptions readOptions(DataInputStream data) throws IOException {
    return new HdbscanOptions(
        data.readInt(),
        data.readInt(),
        ClusterSelectionMethod.valueOf(data.readUTF()),
        data.readDouble(),
        data.readDouble(),
        data.readInt(),
        data.readBoolean(),
        data.readDouble(),
        Metric.of(data.readUTF()));
  }

  private int[] restore(int[] canonical) {
    int[] result = new int[canonical.length];
    for (int i = 0; i < order.length; i++) {
      result[order[i]] = canonical[i];
    }
    return result;
  }

  private double[] restore(double[] canonical) {
    double[] result = new double[canonical.length];
    for (int i = 0; i < order.length; i++) {
      result[order[i]] = canonical[i];
    }
    return result;
  }
}
