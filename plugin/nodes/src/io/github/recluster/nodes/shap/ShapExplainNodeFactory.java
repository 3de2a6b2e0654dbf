// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebViewNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** SHAP Explain: why rows lie in their clusters. */
public final class ShapExplainNodeFactory extends WebViewNodeFactory<ShapExplainNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("SHAP Explain", NodeType.Manipulator, ShapExplainParameters.class)
          .icon("shap-explain.png")
          .does(
              "Says how much each feature speaks for or against each cluster, over all rows and row by"
                  + " row.",
              """
              <p>SHAP values split what a classifier says of a row into contributions of the
              features: the base value and the contributions add up to the prediction. Positive
              ones speak for the cluster, negative ones against it. They are exact (Tree SHAP), not
              sampled.</p>
              <p>The summary holds, for each cluster and feature, the mean |SHAP| of all rows and of
              the cluster's own rows, the mean SHAP inside and outside the cluster, and the row in which
              the feature speaks loudest for the cluster. A row's own
              cluster stands in the column that the model was taught, if the table has it; else
              it is the one that the model predicts. A row where it is missing there counts neither
              as inside nor as outside.</p>
              <p>To see what a feature contributes, SHAP takes it as unknown. Path-dependent SHAP then
              follows the training rows, as they were spread in the trees; interventional SHAP takes
              values from background rows, does not credit a feature for others that go along with
              it, and can explain probabilities. Missing values are treated as in training.</p>
              <p>Instead of single rows, the second output can tell which pairs of features act
              together: the mean, over all rows, of what both contribute beyond what each does
              alone (SHAP interaction values); of a feature with itself, of what it contributes
              alone.</p>
              <p>The view, or the second output, says it in words too: the values of a cluster's
              loudest features that mark its rows, such as <i>Hospital dollars: at least 62.6</i>,
              with the share of its rows and of all other rows that have them, one by one and all
              together.</p>
              <p>A contribution says what the classifier uses, not what causes a cluster.</p>
              """)
          .in("One-vs-rest model", "The model, made by <i>One-vs-Rest XGBoost Learner</i>.")
          .in("Table", "The rows to explain, with the raw columns that the model was learned on.")
          .in(
              "Background table",
              "Rows that interventional SHAP compares with. Optional: without it, the training rows"
                  + " that the model keeps are taken.")
          .out("Summary", "Mean contributions, a row for each cluster and feature.")
          .out(
              "Explanations",
              "The contributions, either a row for each row and cluster, or the table with columns"
                  + " <tt>SHAP feature (cluster)</tt>; or a row for each cluster and pair of"
                  + " features; or the clusters in words.")
          .out(
              "SHAP image",
              "The chart that is chosen in the dialog, as a PNG image: first each cluster's mean |SHAP|.")
          .view(
              "Explanations",
              "Each cluster's mean |SHAP| and whether high or low values speak for it, the clusters"
                  + " in words, a sample of the rows one by one, and the clusters side by side.")
          .link(
              "https://arxiv.org/abs/1802.03888",
              "Lundberg, Erion, Lee: Consistent Individualized Feature Attribution for Tree"
                  + " Ensembles")
          .keywords("explanation", "Shapley values", "interpretability", "attribution", "XAI");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  protected int tablePort() {
    return 1;
  }

  @Override
  public ShapExplainNodeModel createNodeModel() {
    return new ShapExplainNodeModel();
  }
}
