// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** HDBSCAN Trees: the trees behind the clusters, as tables. */
public final class HdbscanTreesNodeFactory extends WebNodeFactory<HdbscanTreesNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("HDBSCAN Trees", NodeType.Other, HdbscanTreesParameters.class)
          .icon("hdbscan-trees.png")
          .does(
              "Gives the two trees that HDBSCAN took its clusters from, as tables.",
              """
              <p>The <i>single linkage tree</i> says how single rows grow together as the distance
              grows. The <i>condensed tree</i> is what remains of it when all that is smaller than the
              minimum cluster size is taken for rows that fall out of a cluster, not for clusters of
              their own.</p>
              <p>Nodes are numbers. With <i>n</i> clustered rows, 0 … <i>n</i> − 1 are the rows in the
              order of the table, rows that were skipped for a missing value not counted. In the
              condensed tree <i>n</i> is the whole table, and each larger number a cluster below it; in
              the single linkage tree <i>n</i> + <i>i</i> is what merge <i>i</i> made. Both are as
              Python's hdbscan exports them (<tt>condensed_tree_.to_numpy()</tt>,
              <tt>single_linkage_tree_.to_numpy()</tt>), but clusters are numbered from the sparsest
              split to the densest.</p>
              """)
          .in("HDBSCAN model", "The model, made by <i>HDBSCAN Cluster</i>.")
          .out(
              "Condensed tree",
              "A row for each edge: <tt>Parent</tt>, <tt>Child</tt>, <tt>Lambda</tt> (1 / distance at"
                  + " which the child leaves its parent; infinite between equal rows) and <tt>Child"
                  + " size</tt> (rows in the child). First the clusters, then the rows.")
          .out(
              "Single linkage tree",
              "A row for each merge, nearest first: <tt>Left</tt>, <tt>Right</tt> (the two nodes that"
                  + " it joins), <tt>Distance</tt> (mutual reachability) and <tt>Size</tt> (rows"
                  + " below). SciPy's linkage matrix.")
          .link(
              "https://doi.org/10.1007/978-3-642-37456-2_14",
              "Campello, Moulavi, Sander: Density-Based Clustering Based on Hierarchical Density"
                  + " Estimates")
          .keywords(
              "condensed tree", "single linkage", "dendrogram", "hierarchy", "linkage", "export");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public HdbscanTreesNodeModel createNodeModel() {
    return new HdbscanTreesNodeModel();
  }
}
