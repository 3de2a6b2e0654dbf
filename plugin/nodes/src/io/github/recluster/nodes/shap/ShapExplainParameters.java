// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.nodes.run.OptionTexts;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What a user may choose about SHAP Explain. */
@LoadDefaultsForAbsentFields
final class ShapExplainParameters implements NodeParameters {
  /** What stands in for a feature that is taken as unknown; the constants are those of the core. */
  enum Mode {
    @Label(
        value = "Path-dependent",
        description =
            "The training rows, as they are spread in each tree. Fast, and needs no other rows.")
    PATH_DEPENDENT,
    @Label(
        value = "Interventional",
        description =
            "Values of background rows: those of the third input or, if none is connected, the"
                + " training rows that the model keeps.")
    INTERVENTIONAL
  }

  /** What is explained; the constants are those of the core. */
  enum Unit {
    @Label(
        value = "Log-odds",
        description =
            "The trees' own sum: 0 is as likely as not, and 1 more makes the odds 2.7 times as high.")
    LOG_ODDS,
    @Label(
        value = "Probability",
        description =
            "The probability. Only with background rows, and far slower: each row is compared with"
                + " each of them.")
    PROBABILITY
  }

  /** What the second output holds. */
  enum Explanations {
    @Label(
        value = "Long",
        description = "A new table: a row for each row and cluster, a column for each feature.")
    LONG,
    @Label(value = "Wide", description = "The table with a column for each feature and cluster.")
    WIDE,
    @Label(
        value = "Pairs of features",
        description =
            "A new table, not of single rows: for each cluster and pair of features the mean of"
                + " what both say together beyond what each says alone. Path-dependent only; takes"
                + " longer, and far longer with hundreds of features.")
    PAIRS,
    @Label(
        value = "In words",
        description =
            "A new table, not of single rows: for each cluster up to three features that speak"
                + " loudest for it, the values that mark it, and how many rows have them: of the"
                + " cluster, of all others, and all of them together.")
    WORDS
  }

  /** What the image port shows. */
  enum Picture {
    @Label(value = "Bars", description = "Each cluster's mean |SHAP|, feature by feature.")
    BARS,
    @Label(
        value = "In words",
        description = "The values that mark each cluster's rows, as a table.")
    WORDS,
    @Label(value = "Rows", description = "A cluster's sample of rows, a line of points a feature.")
    BEESWARM,
    @Label(value = "One row", description = "How one row comes to its prediction, step by step.")
    WATERFALL,
    @Label(value = "One feature", description = "A feature's value against what it contributes.")
    DEPENDENCE,
    @Label(value = "Heat map", description = "Features by clusters: mean SHAP inside the cluster.")
    HEATMAP
  }

  @Widget(
      title = "Mode",
      description = "What stands in for a feature's value while its contribution is measured.")
  @ValueSwitchWidget
  Mode mode = Mode.PATH_DEPENDENT;

  @Widget(title = "Unit", description = "What the contributions of a row add up to.")
  @ValueSwitchWidget
  Unit unit = Unit.LOG_ODDS;

  @Widget(title = "Explanations", description = "What the second output holds.")
  @ValueSwitchWidget
  Explanations explanations = Explanations.LONG;

  @Widget(title = "Picture", description = "What the image port shows. The view shows all of them.")
  @ValueSwitchWidget
  @ValueReference(PictureReference.class)
  Picture picture = Picture.BARS;

  @Widget(
      title = "Cluster in the picture",
      description = "The cluster that the picture explains. Empty takes the model's first.")
  @Effect(predicate = OfOneCluster.class, type = EffectType.SHOW)
  String pictureCluster = "";

  @Widget(
      title = "Row in the picture",
      description =
          "The RowID of the row to explain. Empty takes the most typical row of the cluster: that"
              + " whose contributions are nearest to the cluster's mean.")
  @Effect(predicate = OfOneRow.class, type = EffectType.SHOW)
  String pictureRow = "";

  @Widget(
      title = "Feature in the picture",
      description =
          "One of the cluster's 15 most important features. Empty takes the most important.")
  @Effect(predicate = OfOneFeature.class, type = EffectType.SHOW)
  String pictureFeature = "";

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  /** Stands for {@link #picture}. */
  static final class PictureReference implements ParameterReference<Picture> {}

  /** Whether the picture is of one cluster. */
  static final class OfOneCluster implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer i) {
      return i.getEnum(PictureReference.class)
          .isOneOf(Picture.BEESWARM, Picture.WATERFALL, Picture.DEPENDENCE);
    }
  }

  /** Whether the picture is of one row. */
  static final class OfOneRow implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer i) {
      return i.getEnum(PictureReference.class).isOneOf(Picture.WATERFALL);
    }
  }

  /** Whether the picture is of one feature. */
  static final class OfOneFeature implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer i) {
      return i.getEnum(PictureReference.class).isOneOf(Picture.DEPENDENCE);
    }
  }

  ShapExplainer.Unit coreUnit() {
    return ShapExplainer.Unit.valueOf(unit.name());
  }

  @Override
  public void validate() {
    if (unit == Unit.PROBABILITY && mode != Mode.INTERVENTIONAL) {
      throw new IllegalArgumentException(
          "unit must be log-odds if the mode is path-dependent, got probability");
    }
    if (explanations == Explanations.PAIRS && mode != Mode.PATH_DEPENDENT) {
      throw new IllegalArgumentException(
          "explanations must be long or wide if the mode is interventional, got pairs of features");
    }
  }
}
