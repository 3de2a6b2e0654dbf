// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** What a user may choose about One-vs-Rest XGBoost Writer. */
@LoadDefaultsForAbsentFields
final class OneVsRestWriterParameters implements NodeParameters {
  /** The form of the files; the constants are those of XgboostJson.Format. */
  enum Format {
    @Label(value = "JSON", description = "Text, which people can read too.")
    JSON,
    @Label(
        value = "UBJ",
        description =
            "Universal Binary JSON: the same in binary, two thirds of the size; larger than JSON for"
                + " a model of a few splits.")
    UBJ
  }

  /** What to do if a file is there already. */
  enum Existing {
    @Label(value = "Overwrite", description = "The file is replaced.")
    OVERWRITE,
    @Label(value = "Fail", description = "The node fails and writes nothing.")
    FAIL
  }

  @Widget(
      title = "Folder",
      description =
          "Where the files go: a folder on this machine, or a KNIME address such as"
              + " <tt>knime://knime.workflow/data</tt>. It is made if it is not there.")
  String folder = "knime://knime.workflow/data";

  @Widget(title = "Format", description = "The form of the files. XGBoost reads both.")
  @ValueSwitchWidget
  Format format = Format.JSON;

  @Widget(title = "If a file exists", description = "What to do if a file is there already.")
  @ValueSwitchWidget
  Existing existing = Existing.OVERWRITE;

  @Override
  public void validate() {
    if (folder.isBlank()) {
      throw new IllegalArgumentException("folder must be given, got none");
    }
  }
}
