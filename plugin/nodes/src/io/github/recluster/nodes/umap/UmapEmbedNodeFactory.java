// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebViewNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** UMAP Embed: a map of the rows. */
public final class UmapEmbedNodeFactory extends WebViewNodeFactory<UmapEmbedNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("UMAP Embed", NodeType.Manipulator, UmapEmbedParameters.class)
          .icon("umap.png")
          .does(
              "Makes a map of the rows in two or more dimensions: rows that are alike lie close"
                  + " together.",
              """
              <p>UMAP (Uniform Manifold Approximation and Projection) looks for each row's nearest
              neighbors in all features and lays the rows out in a few dimensions so that neighbors
              stay neighbors. Groups that lie hidden in many columns become islands that can be seen
              and clustered.</p>
              <p>By default the node takes the columns that <i>Scale</i> made, or, if there are none,
              the numeric columns that no other Recluster node made. The coordinates carry the role
              <i>embedding</i>, by which <i>HDBSCAN Cluster</i> finds them. Where columns were scaled
              twice, as on the rows of one cluster, it takes the later ones alone, and a warning names
              the others. An earlier map stays in the table.</p>
              <p>The number of neighbors decides between detail and overview, the minimum distance
              between packed islands (to cluster) and loose ones (to look at). The same table, options
              and seed give the same map, on any number of processors. Try several seeds before you
              trust an island: <i>Cluster Stability</i> does it for you. A preset fills in the values of
              umap-learn, or those of a map to look at, at a click.</p>
              <p>Under the distance <i>Mixed</i> columns of categories are embedded together with
              numbers, as they are. With a target column the map is supervised: rows of one class, or
              of like numbers, are drawn together.</p>
              <p>Rows with a missing value are skipped, or are an error if you choose so.</p>
              """)
          .in("Table", "The rows, with the columns to embed: scaled, as a rule.")
          .out("Embedded table", "The table with the columns <tt>UMAP dimension 1</tt>, …")
          .out("UMAP model", "The map, for <i>UMAP Embed (Apply)</i>.")
          .out("Embedding", "The map as a PNG image.")
          .view(
              "Embedding",
              "The map, with the raw values of a row on hover; can be colored by any raw column. If you"
                  + " ask for it, small maps made with other settings, and how well each keeps"
                  + " neighborhoods.")
          .link(
              "https://arxiv.org/abs/1802.03426",
              "McInnes, Healy, Melville: UMAP: Uniform Manifold Approximation and Projection for"
                  + " Dimension Reduction")
          .keywords(
              "dimensionality reduction",
              "embedding",
              "manifold",
              "t-SNE",
              "map",
              "projection",
              "neighbors");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public UmapEmbedNodeModel createNodeModel() {
    return new UmapEmbedNodeModel();
  }
}
