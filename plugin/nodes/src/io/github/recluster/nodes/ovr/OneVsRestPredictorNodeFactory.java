// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** One-vs-Rest XGBoost Predictor: to which cluster a row would belong. */
public final class OneVsRestPredictorNodeFactory
    extends WebNodeFactory<OneVsRestPredictorNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of(
              "One-vs-Rest XGBoost Predictor",
              NodeType.Predictor,
              OneVsRestPredictorParameters.class)
          .icon("one-vs-rest-predictor.png")
          .does(
              "Says to which cluster each row would belong, by the raw columns alone.",
              """
              <p>Each cluster's classifier gives a probability of its own: they need not add up
              to 1. The likeliest cluster is the prediction, unless its probability lies below
              the threshold: then the row belongs to <tt>None of these</tt>. The lead is how far
              the likeliest cluster is ahead of the second; a small lead is a row between
              clusters.</p>
              <p>If the clusters were balanced in training, a probability is what it would be if the
              cluster made up half of the rows.</p>
              <p>Missing values are treated as in training; a category that was not there counts as
              missing.</p>
              """)
          .in(
              "One-vs-rest model",
              "The model, made by <i>One-vs-Rest XGBoost Learner</i> or read with <i>Model"
                  + " Reader</i>.")
          .in("Table", "Rows with the raw columns that the model was learned on.")
          .out(
              "Table",
              "The rows with the prediction, each cluster's probability, and the lead of the"
                  + " likeliest.")
          .keywords("classification", "gradient boosting", "apply", "new data", "assign cluster");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public OneVsRestPredictorNodeModel createNodeModel() {
    return new OneVsRestPredictorNodeModel();
  }
}
