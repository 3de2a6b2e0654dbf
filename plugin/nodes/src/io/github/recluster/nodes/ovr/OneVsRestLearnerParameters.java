// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.ovr.OneVsRestOptions;
import io.github.recluster.nodes.run.AtLeastTwo;
import io.github.recluster.nodes.run.OptionTexts;
import io.github.recluster.nodes.run.Seed;
import io.github.recluster.nodes.run.StaticSeed;
import io.github.recluster.nodes.table.Chosen;
import io.github.recluster.nodes.table.ColumnMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What a user may choose about One-vs-Rest XGBoost Learner. */
@LoadDefaultsForAbsentFields
final class OneVsRestLearnerParameters implements NodeParameters {
  private static final OneVsRestOptions DEFAULTS = OneVsRestOptions.DEFAULTS;
  private static final BoostingOptions BOOSTING = DEFAULTS.boosting();

  /** How splits are sought; the constants are those of the core. */
  enum TreeMethod {
    @Label(value = "Histogram", description = "Among the borders of a histogram. Fast.")
    HIST,
    @Label(
        value = "Approximate",
        description = "Among the borders of a histogram that is made anew for each tree.")
    APPROX,
    @Label(value = "Exact", description = "Among all values. Slow; for small tables.")
    EXACT
  }

  /** How much a row counts. */
  enum Weights {
    @Label(value = "Equal", description = "All rows count the same.")
    NONE,
    @Label(value = "A column", description = "Each row counts as much as a column says.")
    COLUMN
  }

  static final class WeightsReference implements ParameterReference<Weights> {}

  static final class HasWeights implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(WeightsReference.class).isOneOf(Weights.COLUMN);
    }
  }

  static final class ClusterModeReference implements ParameterReference<ColumnMode> {}

  static final class ClusterByHand implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(ClusterModeReference.class).isOneOf(ColumnMode.CHOSEN);
    }
  }

  @Widget(
      title = "Clusters",
      description =
          "Whether the column of clusters is recognized by its role (the last one with the role"
              + " <i>cluster</i>) or chosen by hand.")
  @ValueSwitchWidget
  @ValueReference(ClusterModeReference.class)
  ColumnMode clusterMode = ColumnMode.AUTOMATIC;

  @Widget(
      title = "Cluster column",
      description =
          "The column that says in which cluster a row lies, if it is chosen by hand. The value"
              + " <tt>Noise</tt> is no cluster.")
  @ChoicesProvider(AllColumnsProvider.class)
  @Effect(predicate = ClusterByHand.class, type = EffectType.SHOW)
  String clusterColumn = "";

  @Widget(title = OptionTexts.COLUMN_MODE, description = OptionTexts.COLUMN_MODE_MEANING)
  @ValueSwitchWidget
  @ValueReference(Chosen.ModeReference.class)
  ColumnMode columnMode = ColumnMode.AUTOMATIC;

  @Widget(title = OptionTexts.CHOSEN, description = OptionTexts.CHOSEN_MEANING)
  @ChoicesProvider(Chosen.Features.class)
  @Effect(predicate = Chosen.ByHand.class, type = EffectType.SHOW)
  ColumnFilter columns = new ColumnFilter();

  @Persistor(BoostingPreset.Saved.class)
  @Widget(
      title = "Preset",
      description =
          "Fills in the values of the trees below, also among the advanced ones. When the dialog"
              + " opens, it is the preset that has those values.")
  @ValueSwitchWidget
  @ValueReference(BoostingPreset.Choice.class)
  @ValueProvider(BoostingPreset.Choice.class)
  BoostingPreset preset = BoostingPreset.CUSTOM;

  @Widget(
      title = "Number of trees",
      description =
          "Trees of each classifier (boosting rounds). More trees fit closer; too many learn the"
              + " rows by heart, which the report shows.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @ValueReference(BoostingPreset.Rounds.class)
  @ValueProvider(BoostingPreset.Rounds.class)
  int rounds = BOOSTING.rounds();

  @Widget(
      title = "Maximum depth",
      description =
          "Levels of splits of a tree. 1 sees no interaction of features; deeper trees see more of"
              + " them and fit closer.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @ValueReference(BoostingPreset.MaxDepth.class)
  @ValueProvider(BoostingPreset.MaxDepth.class)
  int maxDepth = BOOSTING.maxDepth();

  @Widget(
      title = "Learning rate",
      description =
          "The share of each tree that is added, above 0 to 1. Smaller values need more trees and"
              + " generalize better.")
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  @ValueReference(BoostingPreset.LearningRate.class)
  @ValueProvider(BoostingPreset.LearningRate.class)
  double learningRate = BOOSTING.learningRate();

  @Widget(
      title = "Balance clusters",
      description =
          "Whether a cluster's rows weigh together as much as all others. It helps to find small"
              + " clusters; the probabilities are then what they would be if the cluster made up"
              + " half of the rows.")
  boolean balanced = DEFAULTS.balanced();

  @Widget(
      title = "Minimum rows of a cluster",
      description = "Clusters of fewer rows get no classifier; a warning names them.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  int minRows = DEFAULTS.minRows();

  @Widget(
      title = "Always learn",
      description =
          "Clusters that get a classifier however small they are: their names, separated by"
              + " commas.")
  String always = "";

  @Widget(
      title = "Held-out share",
      description =
          "The share of the rows, the same in each cluster, that is kept back once to judge"
              + " classifiers trained without them. 0 makes no such report.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double heldOutShare = DEFAULTS.heldOutShare();

  @Widget(
      title = "Folds",
      description =
          "Parts into which the rows are dealt for the out-of-fold report: each part is judged by"
              + " classifiers trained on all others. 0 makes no such report.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int folds = DEFAULTS.folds();

  @Widget(
      title = "Row weights",
      description =
          "Whether all rows count the same in training, or each as a column says. The reports count"
              + " each row once.")
  @ValueSwitchWidget
  @ValueReference(WeightsReference.class)
  Weights weights = Weights.NONE;

  @Widget(
      title = "Weight column",
      description =
          "How much each row counts: numbers of at least 0. The column is no feature. Rows whose"
              + " weight is missing are skipped.")
  @ChoicesProvider(Chosen.Numbers.class)
  @Effect(predicate = HasWeights.class, type = EffectType.SHOW)
  String weightColumn = "";

  @Widget(title = OptionTexts.MISSING, description = OptionTexts.MISSING_MEANING)
  @ValueSwitchWidget
  MissingFeatures missingValues = MissingFeatures.NATIVE;

  @Widget(title = OptionTexts.STATIC_SEED, description = OptionTexts.STATIC_SEED_MEANING)
  @ValueReference(StaticSeed.class)
  boolean useStaticSeed = true;

  @Widget(title = OptionTexts.SEED, description = OptionTexts.SEED_MEANING)
  @Effect(predicate = StaticSeed.class, type = EffectType.SHOW)
  int seed = (int) DEFAULTS.seed();

  @Advanced
  @Widget(
      title = "Share of rows per tree",
      description = "The share of the rows that each tree sees, above 0 to 1 (subsample).")
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  @ValueReference(BoostingPreset.Subsample.class)
  @ValueProvider(BoostingPreset.Subsample.class)
  double subsample = BOOSTING.subsample();

  @Advanced
  @Widget(
      title = "Share of columns per tree",
      description = "The share of the features that each tree sees, above 0 to 1.")
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  @ValueReference(BoostingPreset.ColumnSample.class)
  @ValueProvider(BoostingPreset.ColumnSample.class)
  double columnSample = BOOSTING.columnSample();

  @Advanced
  @Widget(
      title = "Minimum child weight",
      description =
          "The least weight of rows (sum of second derivatives) in a leaf. Larger values are more"
              + " careful.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @ValueReference(BoostingPreset.MinChildWeight.class)
  @ValueProvider(BoostingPreset.MinChildWeight.class)
  double minChildWeight = BOOSTING.minChildWeight();

  @Advanced
  @Widget(title = "L1 regularization", description = "Pull of leaf values towards 0 (alpha).")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double l1 = BOOSTING.l1();

  @Advanced
  @Widget(title = "L2 regularization", description = "Shrinkage of leaf values (lambda).")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @ValueReference(BoostingPreset.L2.class)
  @ValueProvider(BoostingPreset.L2.class)
  double l2 = BOOSTING.l2();

  @Advanced
  @Widget(
      title = "Minimum split loss",
      description = "The least gain for which a leaf is split (gamma).")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @ValueReference(BoostingPreset.MinSplitLoss.class)
  @ValueProvider(BoostingPreset.MinSplitLoss.class)
  double minSplitLoss = BOOSTING.minSplitLoss();

  @Advanced
  @Widget(title = "Tree method", description = "How splits are sought.")
  @ValueSwitchWidget
  TreeMethod treeMethod = TreeMethod.valueOf(BOOSTING.treeMethod().name());

  @Advanced
  @Widget(title = "Bins", description = "Bins of a feature's histogram; more see finer thresholds.")
  @NumberInputWidget(minValidation = AtLeastTwo.class)
  int maxBins = BOOSTING.maxBins();

  @Advanced
  @Widget(
      title = "Early stopping rounds",
      description =
          "Stop when the loss on rows kept aside has not fallen for so many trees, and keep the"
              + " best ones. 0 never stops early.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int earlyStoppingRounds = BOOSTING.earlyStoppingRounds();

  @Advanced
  @Widget(
      title = "Permutations",
      description =
          "How often a feature is shuffled to find its permutation importance; 0 leaves it out.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int permutations = DEFAULTS.permutations();

  @Advanced
  @Widget(
      title = "Background rows",
      description =
          "How many training rows the model keeps, with which <i>SHAP Explain</i> can compare.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  int backgroundRows = DEFAULTS.backgroundRows();

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  /** The column of weights, if there is one. */
  Optional<String> weightColumn() {
    return weights == Weights.COLUMN ? Optional.of(weightColumn) : Optional.empty();
  }

  /** As the core wants them; checks them too. */
  OneVsRestOptions options() {
    int drawn = Seed.of(useStaticSeed, seed);
    return DEFAULTS
        .withBoosting(boosting().withSeed(drawn))
        .withMinRows(minRows)
        .withAlways(alwaysList())
        .withBalanced(balanced)
        .withHeldOutShare(heldOutShare)
        .withFolds(folds)
        .withPermutations(permutations)
        .withBackgroundRows(backgroundRows)
        .withSeed(drawn);
  }

  private BoostingOptions boosting() {
    return BOOSTING
        .withRounds(rounds)
        .withMaxDepth(maxDepth)
        .withLearningRate(learningRate)
        .withSubsample(subsample)
        .withColumnSample(columnSample)
        .withMinChildWeight(minChildWeight)
        .withL1(l1)
        .withL2(l2)
        .withMinSplitLoss(minSplitLoss)
        .withTreeMethod(BoostingOptions.TreeMethod.valueOf(treeMethod.name()))
        .withMaxBins(maxBins)
        .withEarlyStoppingRounds(earlyStoppingRounds);
  }

  private List<String> alwaysList() {
    return Arrays.stream(always.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  @Override
  public void validate() {
    options();
  }
}
