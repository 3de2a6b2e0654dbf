// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** What a user may choose about HDBSCAN Trees. */
@LoadDefaultsForAbsentFields
final class HdbscanTreesParameters implements NodeParameters {
  @Widget(
      title = "Edges to single rows",
      description =
          "Whether the condensed tree also says, for each row, which cluster it leaves and when. If"
              + " not, it has the clusters alone: a short table.")
  boolean rowEdges = true;
}
