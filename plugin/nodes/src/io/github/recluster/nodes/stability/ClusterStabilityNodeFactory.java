// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.stability;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebViewNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** Cluster Stability: clusters that do not depend on the seed. */
public final class ClusterStabilityNodeFactory
    extends WebViewNodeFactory<ClusterStabilityNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of("Cluster Stability", NodeType.Learner, ClusterStabilityParameters.class)
          .icon("stability.png")
          .does(
              "Maps and clusters the rows many times, and keeps the clusters that come back.",
              """
              <p>A map made by UMAP depends on a random seed, and so do the clusters found in it. This
              node makes the map with many seeds (neighbors and graph are computed once), clusters
              each with HDBSCAN, and does the same on random halves of the rows. Two rows belong
              together if they lie in one cluster in half of the runs or more: the <i>consensus</i>.
              It depends far less on the seed than any single run.</p>
              <p>Each cluster gets a verdict. <i>Jaccard</i> says how much of it a run finds again:
              rows common to the cluster and the run's most alike one, divided by the rows in either.
              <b>Comes back</b>: 0.95 or more on average, under other seeds and among other rows.
              <b>Does not come back</b>: 0.5 or less. <b>Wavers</b>: between. Explain clusters that
              come back; the others may be accidents of the run.</p>
              <p>A steady result may still say little: a small island beside all the rest is found by
              every run. The node then warns you: keep the rows of the large cluster, scale them again,
              and put them through this node once more.</p>
              <p>By default the node takes the columns that <i>Scale</i> made last, or, if there are
              none, the numeric columns that no other Recluster node made. <i>One-vs-Rest XGBoost
              Learner</i> takes the result as it takes that of <i>HDBSCAN Cluster</i>. The same
              table, options and seed give the same result, on any number of processors.</p>
              <p>Flow variables: <tt>cluster_agreement_median</tt> and
              <tt>cluster_agreement_worst</tt> (adjusted Rand index of the pairs of runs that differ
              in the seed alone: 1 is the same clusters, 0 is chance), <tt>steady_clusters</tt>.</p>
              """)
          .in("Table", "The rows, with the columns to embed: scaled, as a rule.")
          .out(
              "Clustered table",
              "The table with <tt>Cluster</tt> (the consensus; <tt>cluster_0</tt> is the largest,"
                  + " <tt>Noise</tt> lies in none) and <tt>Cluster sureness</tt>, the share of runs"
                  + " in which the row lies with its cluster.")
          .out(
              "Clusters",
              "A row for each cluster: size, how much of it comes back on average and at worst, the"
                  + " verdict, and its most typical row.")
          .out("Runs", "A row for each run: what it was run with, and what it found.")
          .out("Map", "The first seed's map with the consensus, as a PNG image.")
          .view(
              "Stability",
              "Which clusters come back, in which runs, what lies together, and the map colored by"
                  + " sureness.")
          .link(
              "https://doi.org/10.1016/j.csda.2006.11.025",
              "Hennig: Cluster-wise assessment of cluster stability")
          .link(
              "https://doi.org/10.1109/TPAMI.2005.113",
              "Fred, Jain: Combining multiple clusterings using evidence accumulation")
          .keywords(
              "consensus", "robustness", "seed", "random", "reproducible", "Jaccard", "bootstrap");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public ClusterStabilityNodeModel createNodeModel() {
    return new ClusterStabilityNodeModel();
  }
}
