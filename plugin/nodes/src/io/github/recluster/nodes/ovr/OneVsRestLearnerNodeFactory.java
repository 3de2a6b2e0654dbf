// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebViewNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** One-vs-Rest XGBoost Learner: what sets each cluster apart from the rest. */
public final class OneVsRestLearnerNodeFactory
    extends WebViewNodeFactory<OneVsRestLearnerNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of(
              "One-vs-Rest XGBoost Learner", NodeType.Learner, OneVsRestLearnerParameters.class)
          .icon("one-vs-rest-learner.png")
          .does(
              "Trains one XGBoost classifier for each cluster, which tells its rows from all"
                  + " others.",
              """
              <p>For each cluster, boosted trees learn whether a row lies in it or not. What they use
              says what the cluster <i>is</i>; how well they do says whether it can be recognized by
              the raw columns at all.</p>
              <p>By default the node learns the last column with the role <i>cluster</i> from all raw
              columns: numbers, booleans, and texts whose categories are known. Columns that other
              Recluster nodes made (scaled features, embedding, cluster probabilities and so on)
              are left out: a classifier that reads the map learns only where the cluster was
              drawn, and its perfect report means nothing. Where the roles are lost, as in a CSV file,
              the columns' standard names count.</p>
              <p>Rows of <tt>Noise</tt> are among the rest, but get no classifier; rows whose cluster
              is missing are skipped. Clusters of few rows get no classifier either, unless they are
              listed; a warning names them. A column may say how much each row counts. A preset fills in
              the values of the trees: the standard ones, those for small data, or two trees to
              read.</p>
              <p>Two reports say how well each cluster is recognized, each on rows that the judged
              classifiers have not seen: once on a held-out share, and once on all rows, dealt
              into folds. For small clusters the folds are the ones to trust. The classifiers
              that are handed on learned from all rows.</p>
              <p>The same table, options and seed give the same model, on any number of processors.</p>
              """)
          .in("Table", "Rows with their cluster and raw columns.")
          .out(
              "Report",
              "For each cluster and split precision, recall, F1 and support, of the cluster and of"
                  + " the rest, accuracy, area under the ROC curve, and average precision; the row"
                  + " <tt>macro</tt> holds the plain means.")
          .out(
              "Importance",
              "For each cluster and feature: number of splits (weight), mean and total gain, mean"
                  + " and total cover, and permutation importance.")
          .out("One-vs-rest model", "The classifiers of all clusters.")
          .out("Importance image", "Each cluster's most important features as a PNG image.")
          .view(
              "Importance and report",
              "Each cluster's most important features, the report, which clusters are mixed up, and how"
                  + " far to trust the probabilities.")
          .link(
              "https://xgboost.readthedocs.io/en/stable/parameter.html",
              "XGBoost's parameters, by their own names")
          .link(
              "https://arxiv.org/abs/1603.02754",
              "Chen, Guestrin: XGBoost: A Scalable Tree Boosting System")
          .keywords(
              "classification",
              "gradient boosting",
              "boosted trees",
              "explain clusters",
              "feature importance",
              "one vs all");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public OneVsRestLearnerNodeModel createNodeModel() {
    return new OneVsRestLearnerNodeModel();
  }
}
