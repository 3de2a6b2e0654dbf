// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import org.knime.node.parameters.widget.choices.Label;

/** Who chooses the columns that a node reads. */
public enum ColumnMode {
  /** Their roles. */
  @Label(
      value = "Automatic",
      description =
          "Columns that other Recluster nodes made are recognized by the role they carry; the"
              + " node's description says which it takes.")
  AUTOMATIC,
  /** The user. */
  @Label(value = "Chosen", description = "The columns chosen below.")
  CHOSEN
}
