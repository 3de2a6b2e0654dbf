// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** HDBSCAN Cluster (Apply): assigns new rows to the clusters of an HDBSCAN model. */
public final class HdbscanApplyNodeFactory extends WebNodeFactory<HdbscanApplyNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of(
              "HDBSCAN Cluster (Apply)", NodeType.Predictor, HdbscanApplyParameters.class)
          .icon("hdbscan-apply.png")
          .does(
              "Assigns new rows to the clusters of an HDBSCAN model.",
              """
              <p>Looks where each new row would fall in the tree of clusters, and gives it the cluster
              there, or <i>Noise</i>. The clusters themselves do not change.</p>
              <p>The table must have the columns that the clusters were found in: for clusters of an
              embedding, place the rows with <i>UMAP Embed (Apply)</i> first. Rows with a missing
              value get a missing cluster.</p>
              """)
          .in(
              "HDBSCAN model",
              "The model, made by the learning node or read with <i>Model Reader</i>.")
          .in("Table", "New rows, with the columns that the model was learned on.")
          .out(
              "Table",
              "The rows with their <tt>Cluster</tt> and <tt>Cluster probability</tt>, and how much"
                  + " they belong to each cluster, if that is wanted.")
          .keywords("clustering", "density", "predict", "assign", "new data");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public HdbscanApplyNodeModel createNodeModel() {
    return new HdbscanApplyNodeModel();
  }
}
