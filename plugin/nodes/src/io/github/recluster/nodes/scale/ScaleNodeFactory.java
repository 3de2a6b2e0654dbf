// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebViewNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** Scale: features on one scale, categories as numbers. */
public final class ScaleNodeFactory extends WebViewNodeFactory<ScaleNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("Scale", NodeType.Manipulator, ScaleParameters.class)
          .icon("scale.png")
          .does(
              "Brings features to a common scale and turns categories into numbers.",
              """
              <p>UMAP and other methods measure how far rows are apart. A column of large numbers
              would drown the others, so this node brings columns to a common scale first. Boolean
              and text columns become numbers: a label (0, 1, 2, …) or one column for each category.</p>
              <p>By default the node takes all numeric and boolean columns that no other Recluster
              node made; text columns can be chosen in the dialog. The scaled columns are added
              behind the table's own, so that later nodes can still explain clusters by the raw
              values. They carry the role <i>scaled</i> (categories that are not scaled:
              <i>encoded</i>), by which <i>UMAP Embed</i> finds them. On the rows of one cluster,
              scale the raw columns again: <i>UMAP Embed</i> then takes the new ones.</p>
              <p>Money, counts and other amounts often have many small values and few huge ones.
              Choose such columns under <i>Logarithm before scaling</i>; the view shows what it
              does.</p>
              <p>Missing values stay missing. NaN and infinities count as missing.</p>
              """)
          .in("Table", "The rows, with the columns to scale.")
          .out("Scaled table", "The table with the scaled columns.")
          .out("Scale model", "The scale, for <i>Scale (Apply)</i>.")
          .out("Histograms", "Each feature before and after scaling, as a PNG image.")
          .view(
              "Features before and after",
              "Histograms of each feature before and after scaling, and a table of centers and"
                  + " scales.")
          .keywords(
              "normalize",
              "standardize",
              "z-score",
              "min-max",
              "robust",
              "quantile",
              "log",
              "label encoding",
              "one-hot",
              "preprocessing");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public ScaleNodeModel createNodeModel() {
    return new ScaleNodeModel();
  }
}
