// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.scaling.ScalerOptions;
import io.github.recluster.core.scaling.ScalingMethod;
import io.github.recluster.nodes.run.OptionTexts;
import io.github.recluster.nodes.table.Chosen;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.MissingValues;
import java.util.Set;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What a user may choose about Scale. */
@LoadDefaultsForAbsentFields
final class ScaleParameters implements NodeParameters {

  /** How numbers are brought to a common scale. */
  enum Method {
    @Label(
        value = "Standard",
        description = "Mean 0 and standard deviation 1 (of the population). The usual choice.")
    STANDARD,
    @Label(value = "Min-max", description = "Least value 0, greatest value 1.")
    MIN_MAX,
    @Label(
        value = "Robust",
        description =
            "Median 0, distance between the quartiles 1: a few extreme values do not matter.")
    ROBUST,
    @Label(
        value = "Quantile to normal",
        description =
            "Ranks, bent into the standard normal distribution: only the order of values counts.")
    QUANTILE
  }

  /** How categories become numbers. */
  enum Coding {
    @Label(
        value = "Label",
        description = "One column: 0, 1, 2, … in the alphabetical order of the categories.")
    LABEL,
    @Label(value = "One-hot", description = "One column for each category: 1 where the row has it.")
    ONE_HOT
  }

  @Widget(title = OptionTexts.COLUMN_MODE, description = OptionTexts.COLUMN_MODE_MEANING)
  @ValueSwitchWidget
  @ValueReference(Chosen.ModeReference.class)
  ColumnMode columnMode = ColumnMode.AUTOMATIC;

  @Widget(title = OptionTexts.CHOSEN, description = OptionTexts.CHOSEN_MEANING)
  @ChoicesProvider(Chosen.Features.class)
  @Effect(predicate = Chosen.ByHand.class, type = EffectType.SHOW)
  ColumnFilter columns = new ColumnFilter();

  @Widget(title = "Scaling", description = "How columns of numbers are brought to a common scale.")
  Method method = Method.valueOf(ScalerOptions.DEFAULTS.method().name());

  @Widget(
      title = "Logarithm before scaling",
      description =
          "Columns whose values x become log(1 + x) before they are scaled. For counts and amounts"
              + " of money: many small values and few huge ones. A value of -1 or less in such a"
              + " column is an error.")
  @ChoicesProvider(DoubleColumnsProvider.class)
  ColumnFilter logColumns = new ColumnFilter();

  @Widget(
      title = "Coding of categories",
      description =
          "How boolean and text columns become numbers. The coding is kept in the model; a category"
              + " that the model has not seen gives a missing value (label) or 0 in every column"
              + " (one-hot).")
  @ValueSwitchWidget
  Coding coding = Coding.valueOf(ScalerOptions.DEFAULTS.encoding().name());

  @Widget(
      title = "Scale coded categories",
      description =
          "Whether the numbers that stand for categories are scaled like all others. If not, they"
              + " stay 0, 1, 2, …")
  boolean scaleEncoded = ScalerOptions.DEFAULTS.scaleEncoded();

  @Widget(
      title = "Replace columns",
      description =
          "Whether scaled columns take the place and the name of the columns they were made of. If"
              + " not, they come behind the table's columns, and the raw values stay at hand."
              + " One-hot columns are always added.")
  boolean replace = false;

  @Widget(
      title = OptionTexts.MISSING,
      description =
          OptionTexts.MISSING_MEANING
              + " A skipped row does not count for the scale; its other values are scaled.")
  @ValueSwitchWidget
  MissingValues missingValues = MissingValues.SKIP;

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  /** As the core wants them. */
  ScalerOptions options(Set<String> logged) {
    return new ScalerOptions(
        ScalingMethod.valueOf(method.name()),
        logged,
        CategoryEncoding.Kind.valueOf(coding.name()),
        scaleEncoded);
  }
}
