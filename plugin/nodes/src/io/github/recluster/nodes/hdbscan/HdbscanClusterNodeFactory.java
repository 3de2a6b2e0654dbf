// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebViewNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** HDBSCAN Cluster: clusters of any shape, and noise. */
public final class HdbscanClusterNodeFactory extends WebViewNodeFactory<HdbscanClusterNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("HDBSCAN Cluster", NodeType.Learner, HdbscanClusterParameters.class)
          .icon("hdbscan.png")
          .does(
              "Finds clusters of any shape and density, and the rows that belong to none.",
              """
              <p>HDBSCAN takes clusters for regions where rows lie dense, apart from one another by
              regions where they lie thin. The number of clusters need not be known. Rows in the thin
              regions are not forced into a cluster: they are <i>Noise</i>.</p>
              <p>It works in five steps: distances are widened where rows lie thin, rows are linked by
              the shortest connections, the connections form a tree as the distance shrinks, the tree
              is condensed by the minimum cluster size, and the clusters that last longest are
              taken.</p>
              <p>By default the node takes the columns of an embedding; if there is none, the columns
              that <i>Scale</i> made; else the numeric columns that no other Recluster node made. If
              the table has several embeddings, it takes the last one alone, and a warning names the
              others. Clusters are numbered by size: <tt>cluster_0</tt> is the largest.</p>
              <p>A row lies in one cluster or in none. How much it belongs to each of them, the
              columns of <i>Membership in every cluster</i> say, with hdbscan's soft clustering; of
              new rows the node <i>HDBSCAN Cluster (Apply)</i> says it, with hdbscan's sharper formula
              for rows that are not in the tree.</p>
              <p>The result is exact and does not depend on the order of rows. A preset fills in the
              values of hdbscan, or those for small clusters, at a click.</p>
              """)
          .in("Table", "The rows, with the columns to cluster by: an embedding, as a rule.")
          .out(
              "Clustered table",
              "The table with the columns <tt>Cluster</tt>, <tt>Cluster probability</tt> (how firmly"
                  + " a row belongs to its cluster) and <tt>Outlier score</tt>; if wanted,"
                  + " <tt>Membership (cluster_0)</tt> …: how much it belongs to each cluster.")
          .out(
              "Clusters",
              "A row for each cluster: size, share of all rows, stability, persistence, a row that is"
                  + " typical of it, and how well it is apart from the others.")
          .out("HDBSCAN model", "The clusters, for <i>HDBSCAN Cluster (Apply)</i>.")
          .out("Map", "The rows colored by cluster, as a PNG image.")
          .view(
              "Clusters",
              "The map colored by cluster, with a switch for noise; a table of the clusters; each raw"
                  + " feature inside each cluster beside all rows; the tree of clusters; and what other"
                  + " minimum cluster sizes would give, with those that suggest themselves.")
          .link(
              "https://doi.org/10.1007/978-3-642-37456-2_14",
              "Campello, Moulavi, Sander: Density-Based Clustering Based on Hierarchical Density"
                  + " Estimates")
          .keywords(
              "clustering",
              "density",
              "DBSCAN",
              "OPTICS",
              "hierarchical",
              "noise",
              "outlier",
              "segmentation",
              "soft clustering",
              "fuzzy");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public HdbscanClusterNodeModel createNodeModel() {
    return new HdbscanClusterNodeModel();
  }
}
