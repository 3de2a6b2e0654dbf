// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.explain.FeatureRule;
import io.github.recluster.core.explain.JointRules;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.nodes.chart.SummaryTable;
import io.github.recluster.nodes.chart.SummaryTable.Column;
import io.github.recluster.nodes.chart.SummaryTable.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The clusters in words: which values the rows of each have, and other rows lack. */
record RulesTable(List<Line> lines) {

  /**
   * What is said of a cluster.
   *
   * @param inside the share of the cluster's rows that have such values
   * @param outside the share of all other rows; NaN, as the other, if nothing can be said
   */
  record Line(String cluster, String feature, String values, double inside, double outside) {}

  static RulesTable of(OneVsRestModel model, JointRules rules) {
    List<Line> lines = new ArrayList<>();
    for (int k = 0; k < model.labels().size(); k++) {
      String label = model.labels().get(k);
      for (FeatureRule rule : rules.rules(k)) {
        String feature = model.features().get(rule.feature());
        lines.add(new Line(label, feature, values(rule, model), rule.inside(), rule.outside()));
      }
      switch (rules.rules(k).size()) {
        case 0 ->
            lines.add(new Line(label, "no feature alone tells it", "", Double.NaN, Double.NaN));
        case 1 -> {}
        default ->
            lines.add(new Line(label, "all together", "", rules.inside(k), rules.outside(k)));
      }
    }
    return new RulesTable(lines);
  }

  SummaryTable chart() {
    return new SummaryTable(
        "In words",
        "For each cluster the features that speak loudest for it, the values that mark it, and how"
            + " many rows have them: of the cluster, and of all others.",
        List.of(
            new Column("Cluster", Kind.CLUSTER),
            new Column("Feature", Kind.TEXT),
            new Column("Values", Kind.TEXT),
            new Column("Of its rows", Kind.SHARE),
            new Column("Of other rows", Kind.SHARE)),
        lines.stream()
            .map(
                l ->
                    Arrays.<Object>asList(
                        l.cluster,
                        l.feature,
                        l.values,
                        SummaryTable.finite(l.inside),
                        SummaryTable.finite(l.outside)))
            .toList());
  }

  private static String values(FeatureRule rule, OneVsRestModel model) {
    if (rule.isMissing()) {
      return "missing";
    }
    if (rule.single()) {
      return model
          .categories(rule.feature())
          .map(categories -> categories.get((int) rule.from()))
          .orElseGet(() -> SummaryTable.number(rule.from()));
    }
    List<String> bounds = new ArrayList<>();
    if (Double.isFinite(rule.from())) {
      bounds.add("at least " + SummaryTable.number(rule.from()));
    }
    if (Double.isFinite(rule.below())) {
      bounds.add("below " + SummaryTable.number(rule.below()));
    }
    return bounds.isEmpty() ? "not missing" : String.join(", ", bounds);
  }
}
