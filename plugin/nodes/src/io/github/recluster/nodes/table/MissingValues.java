// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import org.knime.node.parameters.widget.choices.Label;

/** What a learner does with a row in which a value is missing, NaN or infinite. */
public enum MissingValues {
  /** Leave it out and say how many. */
  @Label(
      value = "Skip row",
      description =
          "The row is left out of the computation, and a warning says how many were. It stays in"
              + " the output table, with missing values in the added columns.")
  SKIP,
  /** Stop. */
  @Label(
      value = "Fail",
      description = "The node fails and names the first such row and its column.")
  FAIL
}
