// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.nodes.run.OptionTexts;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What a user may choose about SHAP Explain. */
@LoadDefaultsForAbsentFields
final class ShapExplainParameters implements NodeParameters {
  /** How a feature that is not known is thought of; the constants are those of the core. */
  enum Mode {
    @Label(
        value = "Path-dependent",
        description = "It follows the training rows down each tree. Fast, and needs no other rows.")
    PATH_DEPENDENT,
    @Label(
        value = "Interventional",
        description =
            "It takes its values from background rows: those of the third input or, if none is"
                + " connected, the training rows that the model keeps.")
    INTERVENTIONAL
  }

  /** What is explained; the constants are those of the core. */
  enum Unit {
    @Label(value = "Log-odds", description = "The trees' own sum; contributions simply add up.")
    LOG_ODDS,
    @Label(
        value = "Probability",
        description = "The probability. Only with background rows, and slower.")
    PROBABILITY
  }

  /** The form of the explanations of single rows. */
  enum Explanations {
    @Label(
        value = "Long",
        description = "A new table: a row for each row and cluster, a column for each feature.")
    LONG,
    @Label(value = "Wide", description = "The table with a column for each feature and cluster.")
    WIDE
  }

  @Widget(title = "Mode", description = "How a feature that is not known is thought of.")
  @ValueSwitchWidget
  Mode mode = Mode.PATH_DEPENDENT;

  @Widget(title = "Unit", description = "What the contributions of a row add up to.")
  @ValueSwitchWidget
  Unit unit = Unit.LOG_ODDS;

  @Widget(title = "Explanations", description = "The form of the explanations of single rows.")
  @ValueSwitchWidget
  Explanations explanations = Explanations.LONG;

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  ShapExplainer.Unit coreUnit() {
    return ShapExplainer.Unit.valueOf(unit.name());
  }

  @Override
  public void validate() {
    if (unit == Unit.PROBABILITY && mode != Mode.INTERVENTIONAL) {
      throw new IllegalArgumentException(
          "unit must be log-odds if the mode is path-dependent, got probability");
    }
  }
}
