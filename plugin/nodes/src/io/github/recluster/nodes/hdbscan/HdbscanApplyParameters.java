// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.nodes.run.OptionTexts;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What a user may choose about HDBSCAN Cluster (Apply). */
@LoadDefaultsForAbsentFields
final class HdbscanApplyParameters implements NodeParameters {
  static final String MEMBERSHIPS = "Membership in every cluster";
  static final String MEANING =
      "Whether to add a column for each cluster, <tt>Membership (cluster_0)</tt> …: how much the row"
          + " belongs to it, by how near it is to the cluster's middle and how dense the data is"
          + " between. A row's memberships add up to how likely it lies in any cluster at all, and"
          + " tell rows between two clusters from rows in one of them.";

  @Widget(title = MEMBERSHIPS, description = MEANING)
  boolean memberships = false;

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;
}
