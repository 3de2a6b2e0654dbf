// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.neighbors.Metric;
import java.util.function.Consumer;

/**
 * What {@link Hdbscan} shall do; the names are those of Python's hdbscan.
 *
 * @param minClusterSize smallest number of rows that counts as a cluster, at least 2. Larger values
 *     give fewer and larger clusters.
 * @param minSamples number of other rows that must lie within a row's core distance, at least 1;
 *     the row itself is not counted, as in Python's hdbscan (scikit-learn counts it: its 6 is 5
 *     here). Larger values call more rows noise.
 * @param clusterSelectionMethod how the flat clusters are taken from the tree
 * @param clusterSelectionEpsilon clusters that split below this distance are kept together; 0 for
 *     no such limit
 * @param alpha distances are divided by it before rows are linked; 1 leaves them alone
 * @param maxClusterSize excess of mass prefers to split clusters larger than this; 0 for no limit
 * @param allowSingleCluster whether the whole table may be the only cluster; a leaf it never is,
 *     but leaves may be joined to it
 * @param persistenceThreshold leaves of the tree that persist over a smaller range of lambda (1 /
 *     distance) are merged back into their parent before clusters are selected; 0 keeps all
 * @param metric how far two rows are apart; euclidean is by far the fastest
 */
public record HdbscanOptions(
    int minClusterSize,
    int minSamples,
    ClusterSelectionMethod clusterSelectionMethod,
    double clusterSelectionEpsilon,
    double alpha,
    int maxClusterSize,
    boolean allowSingleCluster,
    double persistenceThreshold,
    Metric metric) {

  /** What the nodes start with. */
  public static final HdbscanOptions DEFAULTS =
      new HdbscanOptions(30, 5, ClusterSelectionMethod.EOM, 0, 1, 0, false, 0, Metric.EUCLIDEAN);

  /** Checks every value. */
  public HdbscanOptions {
    require(minClusterSize >= 2, "minClusterSize", "at least 2", minClusterSize);
    require(minSamples >= 1, "minSamples", "at least 1", minSamples);
    require(clusterSelectionMethod != null, "clusterSelectionMethod", "given", null);
    require(
        clusterSelectionEpsilon >= 0 && Double.isFinite(clusterSelectionEpsilon),
        "clusterSelectionEpsilon",
        "0 or more",
        clusterSelectionEpsilon);
    require(alpha > 0 && Double.isFinite(alpha), "alpha", "greater than 0", alpha);
    require(maxClusterSize >= 0, "maxClusterSize", "0 (no limit) or more", maxClusterSize);
    require(
        persistenceThreshold >= 0 && Double.isFinite(persistenceThreshold),
        "persistenceThreshold",
        "0 or more",
        persistenceThreshold);
    require(metric != null, "metric", "given", null);
  }

  private static void require(boolean holds, String parameter, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(parameter + " must be " + rule + ", got " + value);
    }
  }

  /** These options with another smallest cluster. */
  public HdbscanOptions withMinClusterSize(int value) {
    return with(draft -> draft.minClusterSize = value);
  }

  /** These options with another number of neighbors that make a core. */
  public HdbscanOptions withMinSamples(int value) {
    return with(draft -> draft.minSamples = value);
  }

  /** These options with another way to select clusters. */
  public HdbscanOptions withClusterSelectionMethod(ClusterSelectionMethod value) {
    return with(draft -> draft.clusterSelectionMethod = value);
  }

  /** These options with another distance below which clusters stay together. */
  public HdbscanOptions withClusterSelectionEpsilon(double value) {
    return with(draft -> draft.clusterSelectionEpsilon = value);
  }

  /** These options with another divisor of distances. */
  public HdbscanOptions withAlpha(double value) {
    return with(draft -> draft.alpha = value);
  }

  /** These options with another largest cluster. */
  public HdbscanOptions withMaxClusterSize(int value) {
    return with(draft -> draft.maxClusterSize = value);
  }

  /** These options with or without the whole table as a possible cluster. */
  public HdbscanOptions withAllowSingleCluster(boolean value) {
    return with(draft -> draft.allowSingleCluster = value);
  }

  /** These options with another persistence that leaves of the tree must have. */
  public HdbscanOptions withPersistenceThreshold(double value) {
    return with(draft -> draft.persistenceThreshold = value);
  }

  /** These options with another distance between rows. */
  public HdbscanOptions withMetric(Metric value) {
    return with(draft -> draft.metric = value);
  }

  private HdbscanOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** A copy in which one value is changed before it is checked again. */
  private static final class Draft {
    private int minClusterSize;
    private int minSamples;
    private ClusterSelectionMethod clusterSelectionMethod;
    private double clusterSelectionEpsilon;
    private double alpha;
    private int maxClusterSize;
    private boolean allowSingleCluster;
    private double persistenceThreshold;
    private Metric metric;

    Draft(HdbscanOptions options) {
      minClusterSize = options.minClusterSize;
      minSamples = options.minSamples;
      clusterSelectionMethod = options.clusterSelectionMethod;
      clusterSelectionEpsilon = options.clusterSelectionEpsilon;
      alpha = options.alpha;
      maxClusterSize = options.maxClusterSize;
      allowSingleCluster = options.allowSingleCluster;
      persistenceThreshold = options.persistenceThreshold;
      metric = options.metric;
    }

    HdbscanOptions options() {
      return new HdbscanOptions(
          minClusterSize,
          minSamples,
          clusterSelectionMethod,
          clusterSelectionEpsilon,
          alpha,
          maxClusterSize,
          allowSingleCluster,
          persistenceThreshold,
          metric);
    }
  }
}
