// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.nodes.apply.ApplyParameters;
import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** UMAP Embed (Apply): places new rows into the map of a UMAP model. */
public final class UmapApplyNodeFactory extends WebNodeFactory<UmapApplyNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("UMAP Embed (Apply)", NodeType.Manipulator, ApplyParameters.class)
          .icon("umap-apply.png")
          .does(
              "Places new rows into the map of a UMAP model.",
              """
              <p>Finds for each new row its nearest rows among those that the map was made of, and
              places it among them. The map itself does not move: new rows can be compared with the
              old ones, and clusters found in the map hold for them too.</p>
              <p>Each row is placed by itself: the result does not depend on the other rows of the
              table. Rows with a missing value get missing coordinates.</p>
              """)
          .in(
              "UMAP model",
              "The model, made by the learning node or read with <i>Model Reader</i>.")
          .in("Table", "New rows, with the columns that the model was learned on.")
          .out("Table", "The rows with the model's columns.")
          .keywords("dimensionality reduction", "embedding", "manifold", "transform", "new data");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public UmapApplyNodeModel createNodeModel() {
    return new UmapApplyNodeModel();
  }
}
