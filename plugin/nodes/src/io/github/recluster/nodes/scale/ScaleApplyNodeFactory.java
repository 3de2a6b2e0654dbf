// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.nodes.apply.ApplyParameters;
import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** Scale (Apply): scales new rows as a Scale model does. */
public final class ScaleApplyNodeFactory extends WebNodeFactory<ScaleApplyNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("Scale (Apply)", NodeType.Manipulator, ApplyParameters.class)
          .icon("scale-apply.png")
          .does(
              "Scales new rows as a Scale model does.",
              """
              <p>Scales the columns of a table with the centers, scales and codings that <i>Scale</i>
              learned from another, and adds or replaces the same columns. So rows that come later
              can be compared with those that were there before.</p>
              <p>A missing value stays missing. A category that the model has not seen gives a
              missing value (label) or 0 in every column (one-hot), with a warning.</p>
              """)
          .in(
              "Scale model",
              "The model, made by the learning node or read with <i>Model Reader</i>.")
          .in("Table", "New rows, with the columns that the model was learned on.")
          .out("Table", "The rows with the model's columns.")
          .keywords("normalize", "standardize", "preprocessing", "new data");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public ScaleApplyNodeModel createNodeModel() {
    return new ScaleApplyNodeModel();
  }
}
