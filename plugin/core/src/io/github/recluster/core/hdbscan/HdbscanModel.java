// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The clusters of a table, the trees they were taken from, and the way to place new rows. */
public abstract class HdbscanModel {
  HdbscanModel() {}

  /** What it was made with. */
  public abstract HdbscanOptions options();

  /** Number of columns of the table. */
  public abstract int dimensions();

  /** Each row's cluster, 0 the largest, or −1 for noise; not a copy. */
  public abstract int[] labels();

  /** Each row's membership in its cluster, 0 (noise) to 1 (densest part); not a copy. */
  public abstract double[] probabilities();

  /** Each row's GLOSH outlier score, 0 (inlier) to 1; not a copy. */
  public abstract double[] outlierScores();

  /** What is known of each cluster, by number. */
  public abstract List<ClusterSummary> clusters();

  /** Rows in the middle of the densest parts of a cluster. */
  public abstract int[] exemplars(int label);

  /** The tree of clusters. */
  public abstract CondensedTree condensedTree();

  /** The tree of all merges. */
  public abstract SingleLinkageTree singleLinkageTree();

  /** Places new rows; a row's place depends on that row alone. */
  public abstract HdbscanPrediction predict(Matrix x, Parallel parallel);

  /** Writes the model. */
  public abstract void write(OutputStream out) throws IOException;

  /** Reads what {@link #write} wrote. */
  public static HdbscanModel read(InputStream in) throws IOException {
    return io.github.recluster.core.data.ModelFile.read(in, "HDBSCAN model", 1, (data, v) -> null);
  }
}
