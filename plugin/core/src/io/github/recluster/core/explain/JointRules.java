// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.explain;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapSummary;
import java.util.List;

/**
 * How well the rules of a cluster tell it when they are taken together.
 *
 * <p><b>In</b>: rules for each cluster, then rows as for {@link FeatureRules}. <b>Out</b>: the
 * share of the cluster's rows, and of all others, in which all its rules hold. <b>How</b>: one
 * pass, counts alone.
 */
public final class JointRules {
  private final FeatureRule[][] rules;
  private final long[] heldInside;
  private final long[] held;
  private final long[] inside;
  private long rows;

  /** Begins with no rows. */
  public JointRules(List<List<FeatureRule>> rules) {
    this.rules =
        rules.stream().map(r -> r.toArray(FeatureRule[]::new)).toArray(FeatureRule[][]::new);
    this.heldInside = new long[rules.size()];
    this.held = new long[rules.size()];
    this.inside = new long[rules.size()];
  }

  /** Counts more rows; {@code clusters} as in {@link FeatureRules#add}. */
  public void add(Matrix x, int[] clusters) {
    for (int i = 0; i < clusters.length; i++) {
      if (clusters[i] == ShapSummary.UNKNOWN) {
        continue;
      }
      rows++;
      if (clusters[i] >= 0) {
        inside[clusters[i]]++;
      }
      for (int k = 0; k < rules.length; k++) {
        if (holdAll(rules[k], x, i)) {
          held[k]++;
          heldInside[k] += clusters[i] == k ? 1 : 0;
        }
      }
    }
  }

  private static boolean holdAll(FeatureRule[] rules, Matrix x, int row) {
    for (FeatureRule rule : rules) {
      if (!rule.holds(x.get(row, rule.feature()))) {
        return false;
      }
    }
    return true;
  }

  /** The rules of a cluster. */
  public List<FeatureRule> rules(int cluster) {
    return List.of(rules[cluster]);
  }

  /** The share of a cluster's rows that keep all its rules; NaN if it has no row. */
  public double inside(int cluster) {
    return (double) heldInside[cluster] / inside[cluster];
  }

  /** The share of all other rows that keep them too; NaN if there is no other row. */
  public double outside(int cluster) {
    return (double) (held[cluster] - heldInside[cluster]) / (rows - inside[cluster]);
  }
}
