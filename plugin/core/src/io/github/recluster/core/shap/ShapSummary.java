// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.util.Arrays;

/**
 * Means of contributions over many rows, found while they stream by.
 *
 * <p><b>In</b>: an explainer, rows, and for each row the ensemble of its own cluster (−1: none,
 * {@link #UNKNOWN}: nobody knows). <b>Out</b>: for each ensemble and feature the mean |SHAP| of all
 * rows, of the cluster's own rows, and the mean SHAP inside and outside, where a row of unknown
 * cluster counts as neither; whether high or low values speak for it; and how well contributions
 * add up. <b>How</b>: sums a block, then of blocks in the order of rows: the same bits at any
 * number of threads. Memory: eight numbers a feature, ensemble and block of one part, never n × d ×
 * K.
 */
public final class ShapSummary {
  /** The cluster of a row of which nobody knows where it belongs. */
  public static final int UNKNOWN = -2;

  private static final int ABS = 0;
  private static final int ABS_INSIDE = 1;
  private static final int INSIDE = 2;
  private static final int OUTSIDE = 3;
  private static final int KNOWN = 4;
  private static final int VALUES = 5;
  private static final int SHAP = 6;
  private static final int PRODUCTS = 7;
  private static final int KINDS = 8;

  private final int rows;
  private final int features;
  private final int unknown; // rows
  private final int[] inside;
  private final double[][] sums;
  private final double[] additivity;

  private ShapSummary(Collector collector) {
    this.rows = collector.rows;
    this.features = collector.explainer.features();
    this.unknown = collector.unknown;
    this.inside = collector.inside.clone();
    this.sums = Arrays.stream(collector.sums).map(double[]::clone).toArray(double[][]::new);
    this.additivity = collector.additivity.clone();
  }

  /**
   * Explains rows and keeps the means.
   *
   * @param clusters for each row the ensemble of its own cluster, −1 if it has none, {@link
   *     #UNKNOWN} if nobody knows
   * @param also takes each block too, for whoever wants single rows
   */
  public static ShapSummary of(
      ShapExplainer explainer,
      Matrix x,
      int[] clusters,
      Parallel parallel,
      ShapExplainer.Sink also) {
    Collector collector = new Collector(explainer);
    collector.explain(x, clusters, parallel, also);
    return collector.summary();
  }

  /** Explains rows and keeps the means. */
  public static ShapSummary of(
      ShapExplainer explainer, Matrix x, int[] clusters, Parallel parallel) {
    return of(explainer, x, clusters, parallel, block -> {});
  }

  /**
   * Takes the rows of a table part after part, so that not even the table is held. The parts' sizes
   * must not depend on threads; then no bit of the means does.
   */
  public static final class Collector {
    private final ShapExplainer explainer;
    private final double[][] sums;
    private final double[] additivity;
    private final int[] inside;
    private int rows;
    private int unknown;

    /** Begins with no rows. */
    public Collector(ShapExplainer explainer) {
      this.explainer = explainer;
      this.sums = new double[explainer.models()][explainer.features() * KINDS];
      this.additivity = new double[explainer.models()];
      this.inside = new int[explainer.models()];
    }

    /**
     * Explains more rows.
     *
     * @param clusters for each of these rows the ensemble of its own cluster, −1 if it has none,
     *     {@link #UNKNOWN} if nobody knows
     * @param also takes each block too; its rows are counted from the first of these
     */
    public void explain(Matrix x, int[] clusters, Parallel parallel, ShapExplainer.Sink also) {
      if (clusters.length != x.rows()) {
        throw new IllegalArgumentException(
            "clusters must be one a row, " + x.rows() + ", got " + clusters.length);
      }
      BlockSums collected = new BlockSums(sums.length);
      explainer.explain(
          x,
          parallel,
          block -> {
            collected.put(block.model(), block.firstRow(), sums(block, x, clusters));
            also.accept(block);
          });
      int last = explainer.features() * KINDS;
      for (int k = 0; k < sums.length; k++) {
        collected.addTo(k, sums[k]);
        additivity[k] = Math.max(additivity[k], collected.largest(k, last));
      }
      for (int cluster : clusters) {
        if (cluster >= 0) {
          inside[cluster]++;
        }
        unknown += cluster == UNKNOWN ? 1 : 0;
      }
      rows += x.rows();
    }

    private double[] sums(ShapBlock block, Matrix x, int[] clusters) {
      int features = explainer.features();
      double[] blockSums = new double[features * KINDS + 1];
      double[] total = new double[block.rows()];
      Arrays.fill(total, explainer.baseValue(block.model()));
      for (int f = 0; f < features; f++) {
        addFeature(block, f, x, clusters, blockSums);
        for (int i = 0; i < total.length; i++) {
          total[i] += block.contribution(i, f);
        }
      }
      double largest = 0;
      for (int i = 0; i < total.length; i++) {
        largest = Math.max(largest, Math.abs(total[i] - block.prediction(i)));
      }
      blockSums[features * KINDS] = largest;
      return blockSums;
    }

    /** The means, as far as rows have come. */
    public ShapSummary summary() {
      return new ShapSummary(this);
    }
  }

  private static void addFeature(
      ShapBlock block, int feature, Matrix x, int[] clusters, double[] sums) {
    double abs = 0;
    double absInside = 0;
    double inside = 0;
    double outside = 0;
    double known = 0;
    double values = 0;
    double shap = 0;
    double products = 0;
    for (int i = 0; i < block.rows(); i++) {
      double c = block.contribution(i, feature);
      int cluster = clusters[block.firstRow() + i];
      boolean own = cluster == block.model();
      abs += Math.abs(c);
      absInside += own ? Math.abs(c) : 0;
      inside += own ? c : 0;
      outside += own || cluster == UNKNOWN ? 0 : c;
      double value = x.get(block.firstRow() + i, feature);
      if (!Double.isNaN(value)) {
        known++;
        values += value;
        shap += c;
        products += value * c;
      }
    }
    int at = feature * KINDS;
    sums[at + ABS] = abs;
    sums[at + ABS_INSIDE] = absInside;
    sums[at + INSIDE] = inside;
    sums[at + OUTSIDE] = outside;
    sums[at + KNOWN] = known;
    sums[at + VALUES] = values;
    sums[at + SHAP] = shap;
    sums[at + PRODUCTS] = products;
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

  /** Mean SHAP over all rows that are known to lie elsewhere; NaN if there are none. */
  public double meanOutside(int model, int feature) {
    return sum(model, feature, OUTSIDE) / (rows - unknown - inside[model]);
  }

  /**
   * Whether high values of a feature speak for an ensemble (1) or low ones (−1): the sign of the
   * covariance of values and contributions; 0 if neither can be said.
   */
  public int direction(int model, int feature) {
    double known = sum(model, feature, KNOWN);
    double product = sum(model, feature, VALUES) * sum(model, feature, SHAP);
    double covariance = sum(model, feature, PRODUCTS) * known - product;
    return Math.abs(covariance) <= Math.abs(product) * 1e-12 ? 0 : (int) Math.signum(covariance);
  }

  /** The largest distance, over all rows, of base value plus contributions from the prediction. */
  public double additivityError(int model) {
    return additivity[model];
  }

  private double sum(int model, int feature, int kind) {
    return sums[model][feature * KINDS + kind];
  }

  /** Number of ensembles. */
  public int models() {
    return sums.length;
  }

  /** Number of features. */
  public int features() {
    return features;
  }
}
