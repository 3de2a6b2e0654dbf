// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;

/**
 * Means of contributions over many rows, found while they stream by.
 *
 * <p><b>In</b>: an explainer, rows, and for each row the ensemble of its own cluster (−1: none).
 * <b>Out</b>: for each ensemble and feature the mean |SHAP| of all rows, of the cluster's own rows,
 * and the mean SHAP inside and outside; and how well contributions add up. <b>How</b>: sums a
 * block, then of blocks in the order of rows: the same bits at any number of threads. Memory: four
 * numbers a feature, ensemble and block, never n × d × K.
 */
public final class ShapSummary {
  private static final int ABS = 0;
  private static final int ABS_INSIDE = 1;
  private static final int INSIDE = 2;
  private static final int OUTSIDE = 3;
  private static final int KINDS = 4;

  private final int rows;
  private final int features;
  private final int[] inside;
  private final double[][] sums;
  private final double[] additivity;

  private ShapSummary(int rows, int features, int[] inside, double[][] sums, double[] additivity) {
    this.rows = rows;
    this.features = features;
    this.inside = inside;
    this.sums = sums;
    this.additivity = additivity;
  }

  /**
   * Explains rows and keeps the means.
   *
   * @param clusters for each row the ensemble of its own cluster, −1 if it has none
   * @param also takes each block too, for whoever wants single rows
   */
  public static ShapSummary of(
      ShapExplainer explainer,
      Matrix x,
      int[] clusters,
      Parallel parallel,
      ShapExplainer.Sink also) {
    if (clusters.length != x.rows()) {
      throw new IllegalArgumentException(
          "clusters must be one a row, " + x.rows() + ", got " + clusters.length);
    }
    int models = explainer.models();
    int features = explainer.features();
    BlockSums collected = new BlockSums(models);
    explainer.explain(
        x,
        parallel,
        block -> {
          double[] sums = new double[features * KINDS + 1];
          add(block, clusters, explainer.baseValue(block.model()), features, sums);
          collected.put(block.model(), block.firstRow(), sums);
          also.accept(block);
        });
    double[][] sums = new double[models][];
    double[] additivity = new double[models];
    int[] inside = new int[models];
    for (int k = 0; k < models; k++) {
      sums[k] = collected.total(k, features * KINDS);
      additivity[k] = collected.largest(k, features * KINDS);
    }
    for (int cluster : clusters) {
      if (cluster >= 0) {
        inside[cluster]++;
      }
    }
    return new ShapSummary(x.rows(), features, inside, sums, additivity);
  }

  /** Explains rows and keeps the means. */
  public static ShapSummary of(
      ShapExplainer explainer, Matrix x, int[] clusters, Parallel parallel) {
    return of(explainer, x, clusters, parallel, block -> {});
  }

  private static void add(
      ShapBlock block, int[] clusters, double base, int features, double[] sums) {
    for (int i = 0; i < block.rows(); i++) {
      boolean own = clusters[block.firstRow() + i] == block.model();
      double sum = base;
      for (int f = 0, at = 0; f < features; f++, at += KINDS) {
        double c = block.contribution(i, f);
        double abs = Math.abs(c);
        sum += c;
        sums[at + ABS] += abs;
        if (own) {
          sums[at + ABS_INSIDE] += abs;
          sums[at + INSIDE] += c;
        } else {
          sums[at + OUTSIDE] += c;
        }
      }
      int last = features * KINDS;
      sums[last] = Math.max(sums[last], Math.abs(sum - block.prediction(i)));
    }
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Rows of an ensemble's own cluster. */
  public int rowsInside(int model) {
    return inside[model];
  }

  /** Mean |SHAP| over all rows. */
  public double meanAbsolute(int model, int feature) {
    return sum(model, feature, ABS) / rows;
  }

  /** Mean |SHAP| over the rows of the ensemble's own cluster; NaN if there are none. */
  public double meanAbsoluteInside(int model, int feature) {
    return sum(model, feature, ABS_INSIDE) / inside[model];
  }

  /** Mean SHAP over the rows of the ensemble's own cluster; NaN if there are none. */
  public double meanInside(int model, int feature) {
    return sum(model, feature, INSIDE) / inside[model];
  }

  /** Mean SHAP over all other rows; NaN if there are none. */
  public double meanOutside(int model, int feature) {
    return sum(model, feature, OUTSIDE) / (rows - inside[model]);
  }

  /** The largest distance, over all rows, of base value plus contributions from the prediction. */
  public double additivityError(int model) {
    return additivity[model];
  }

  private double sum(int model, int feature, int kind) {
    return sums[model][feature * KINDS + kind];
  }

  /** Number of features. */
  public int features() {
    return features;
  }
}
