// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.stability;

import io.github.recluster.core.stability.StabilityOptions;
import io.github.recluster.nodes.run.AtLeastTwo;
import io.github.recluster.nodes.run.Distance;
import io.github.recluster.nodes.run.OptionTexts;
import io.github.recluster.nodes.table.Chosen;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.MissingValues;
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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What a user may choose about Cluster Stability. */
@LoadDefaultsForAbsentFields
final class ClusterStabilityParameters implements NodeParameters {
  private static final StabilityOptions DEFAULTS = StabilityOptions.DEFAULTS;

  /** Whose clusters the table of clusters judges. */
  enum Judged {
    @Label(
        value = "The consensus",
        description = "The clusters that most runs agree on, which this node finds.")
    CONSENSUS,
    @Label(
        value = "A column",
        description = "Clusters that another node found: how much of each comes back.")
    COLUMN
  }

  static final class JudgedReference implements ParameterReference<Judged> {}

  static final class JudgesColumn implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(JudgedReference.class).isOneOf(Judged.COLUMN);
    }
  }

  @Widget(title = OptionTexts.COLUMN_MODE, description = OptionTexts.COLUMN_MODE_MEANING)
  @ValueSwitchWidget
  @ValueReference(Chosen.ModeReference.class)
  ColumnMode columnMode = ColumnMode.AUTOMATIC;

  @Widget(title = OptionTexts.CHOSEN, description = OptionTexts.CHOSEN_MEANING)
  @ChoicesProvider(Chosen.Numbers.class)
  @Effect(predicate = Chosen.ByHand.class, type = EffectType.SHOW)
  ColumnFilter columns = new ColumnFilter();

  @Widget(
      title = "Clusters to judge",
      description = "Whose clusters the table of clusters lists, with how much of each comes back.")
  @ValueSwitchWidget
  @ValueReference(JudgedReference.class)
  Judged judged = Judged.CONSENSUS;

  @Widget(
      title = "Cluster column",
      description =
          "The column that says in which cluster a row lies; if none is chosen, the last one with the"
              + " role <i>cluster</i>. The value <tt>Noise</tt> is no cluster.")
  @ChoicesProvider(AllColumnsProvider.class)
  @Effect(predicate = JudgesColumn.class, type = EffectType.SHOW)
  String clusterColumn = "";

  @Widget(
      title = "Number of seeds",
      description =
          "Runs on all rows, each with another seed; the consensus is theirs. With more of them it"
              + " depends less on which seeds they were.")
  @NumberInputWidget(minValidation = AtLeastTwo.class)
  int seeds = DEFAULTS.seeds();

  @Widget(
      title = "Number of subsamples",
      description =
          "Runs on half of the rows, drawn at random. Without any, no cluster is said to come"
              + " back: seeds alone repeat the accidents of one table.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int subsamples = DEFAULTS.subsamples();

  @Widget(
      title = "Runs with other parameters",
      description =
          "Runs with each of the neighboring parameters: half and twice as many neighbors, and"
              + " minimum cluster sizes half and twice as large. The view says which are steadiest."
              + " At most the number of seeds; 0 tries none.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int sweep = DEFAULTS.sweep();

  @Widget(title = "Number of neighbors", description = "As in <i>UMAP Embed</i>.")
  @NumberInputWidget(minValidation = AtLeastTwo.class)
  int neighbors = DEFAULTS.umap().neighbors();

  @Widget(title = "Dimensions", description = "As in <i>UMAP Embed</i>.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  int components = DEFAULTS.umap().components();

  @Widget(title = "Distance", description = "How far two rows are apart.")
  Distance metric = Distance.valueOf(DEFAULTS.umap().metric().name());

  @Widget(
      title = "Minimum distance",
      description = "As in <i>UMAP Embed</i>; 0 packs what belongs together and is steadiest.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double minDist = DEFAULTS.umap().minDist();

  @Widget(
      title = "Minimum cluster size",
      description =
          "As in <i>HDBSCAN Cluster</i>: the smallest number of rows that you would call a cluster.")
  @NumberInputWidget(minValidation = AtLeastTwo.class)
  int minClusterSize = DEFAULTS.hdbscan().minClusterSize();

  @Widget(title = "Minimum samples", description = "As in <i>HDBSCAN Cluster</i>.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  int minSamples = DEFAULTS.hdbscan().minSamples();

  @Widget(
      title = "First seed",
      description =
          "The seed of the first run, whose map the view shows; the next runs have the next whole"
              + " numbers.")
  int seed = (int) DEFAULTS.firstSeed();

  @Widget(title = OptionTexts.MISSING, description = OptionTexts.MISSING_MEANING)
  @ValueSwitchWidget
  MissingValues missingValues = MissingValues.SKIP;

  @Advanced
  @Widget(
      title = "Epochs",
      description =
          "As in <i>UMAP Embed</i>; 0 takes 500 for up to 10,000 rows and fewer for more rows, down to 200.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int epochs = DEFAULTS.umap().epochs();

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  /** As the core wants them; checks them too. */
  StabilityOptions options() {
    return new StabilityOptions(
        DEFAULTS
            .umap()
            .withNeighbors(neighbors)
            .withComponents(components)
            .withMetric(metric.metric())
            .withMinDist(minDist)
            .withEpochs(epochs),
        DEFAULTS.hdbscan().withMinClusterSize(minClusterSize).withMinSamples(minSamples),
        seeds,
        seed,
        subsamples,
        Math.min(sweep, seeds));
  }

  @Override
  public void validate() {
    options();
  }
}
