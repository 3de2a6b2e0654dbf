// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.umap.UmapInit;
import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.nodes.run.AtLeastTwo;
import io.github.recluster.nodes.run.OptionTexts;
import io.github.recluster.nodes.run.Seed;
import io.github.recluster.nodes.run.StaticSeed;
import io.github.recluster.nodes.table.Chosen;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.MissingValues;
import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
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
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What a user may choose about UMAP Embed. */
@LoadDefaultsForAbsentFields
final class UmapEmbedParameters implements NodeParameters {
  private static final UmapOptions DEFAULTS = UmapOptions.DEFAULTS;

  /** How far rows are apart; the constants are those of the core. */
  enum Distance {
    @Label(value = "Euclidean", description = "Straight-line distance. The usual choice.")
    EUCLIDEAN,
    @Label(value = "Manhattan", description = "Sum of the differences in all columns.")
    MANHATTAN,
    @Label(value = "Chebyshev", description = "The largest difference in any column.")
    CHEBYSHEV,
    @Label(value = "Cosine", description = "Angle between rows: proportions count, not size.")
    COSINE,
    @Label(value = "Correlation", description = "As cosine, after each row's mean is taken off.")
    CORRELATION,
    @Label(value = "Hamming", description = "Share of columns that differ.")
    HAMMING,
    @Label(
        value = "Jaccard",
        description = "Of the columns not 0 in one row at least, the share that is 0 in one.")
    JACCARD,
    @Label(value = "Canberra", description = "Sum of differences, each relative to the values.")
    CANBERRA,
    @Label(value = "Bray-Curtis", description = "Sum of differences relative to the sum of all.")
    BRAYCURTIS,
    @Label(
        value = "Mixed",
        description =
            "Numbers and categories together (Gower's distance): the mean over all columns of the"
                + " difference of numbers, as a share of the column's range, and of 0 for equal"
                + " categories and 1 for different ones. A category that a model does not know"
                + " differs from all others.")
    MIXED
  }

  static final class MetricReference implements ParameterReference<Distance> {}

  /** Whether categories are chosen by hand. */
  static final class CategoriesByHand implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer
          .getEnum(MetricReference.class)
          .isOneOf(Distance.MIXED)
          .and(initializer.getPredicate(Chosen.ByHand.class));
    }
  }

  /** Texts and booleans. */
  static final class Categories implements FilteredInputTableColumnsProvider {
    @Override
    public boolean isIncluded(DataColumnSpec column) {
      return EmbeddedColumns.isNominal(column);
    }
  }

  /** Whether something is known of the rows beforehand. */
  enum Target {
    @Label(value = "None", description = "The columns alone make the map.")
    NONE,
    @Label(
        value = "A column",
        description = "Rows of one class, or of like numbers, are drawn together.")
    COLUMN
  }

  static final class TargetReference implements ParameterReference<Target> {}

  /** Whether there is a target. */
  static final class HasTarget implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(TargetReference.class).isOneOf(Target.COLUMN);
    }
  }

  /** Where the layout starts; all but the last are constants of the core. */
  enum Start {
    @Label(value = "Spectral", description = "The neighborhood graph's own coarse shape.")
    SPECTRAL,
    @Label(value = "Principal components", description = "The directions of largest variance.")
    PCA,
    @Label(value = "Random", description = "Anywhere.")
    RANDOM,
    @Label(
        value = "Columns",
        description = "Where columns of the table say, one for each dimension: an earlier map's.")
    COLUMNS
  }

  static final class StartReference implements ParameterReference<Start> {}

  /** Whether columns say where the layout starts. */
  static final class StartsByColumns implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(StartReference.class).isOneOf(Start.COLUMNS);
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
      title = "Chosen categories",
      description =
          "The columns of categories to read under the mixed distance, if columns are chosen by"
              + " hand. If they are not, it reads the scaled numbers (or else all raw ones) and the"
              + " raw columns of booleans and of texts with known values.")
  @ChoicesProvider(Categories.class)
  @Effect(predicate = CategoriesByHand.class, type = EffectType.SHOW)
  ColumnFilter nominalColumns = new ColumnFilter();

  @Persistor(UmapPreset.Saved.class)
  @Widget(
      title = "Preset",
      description =
          "Fills in the number of neighbors and the minimum distance below. When the dialog opens,"
              + " it is the preset that has those values.")
  @ValueSwitchWidget
  @ValueReference(UmapPreset.Choice.class)
  @ValueProvider(UmapPreset.Choice.class)
  UmapPreset preset = UmapPreset.CUSTOM;

  @Widget(
      title = "Number of neighbors",
      description =
          "How many rows make up a row's neighborhood, the row itself counted. Small values (5) show"
              + " fine detail and break the map into islands; large ones (50) show the whole.")
  @NumberInputWidget(minValidation = AtLeastTwo.class)
  @ValueReference(UmapPreset.Neighbors.class)
  @ValueProvider(UmapPreset.Neighbors.class)
  int neighbors = DEFAULTS.neighbors();

  @Widget(
      title = "Dimensions",
      description = "Number of columns of the embedding: 2 or 3 to look at, more to cluster in.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  int components = DEFAULTS.components();

  @Widget(title = "Distance", description = "How far two rows are apart.")
  @ValueReference(MetricReference.class)
  Distance metric = Distance.valueOf(DEFAULTS.metric().name());

  @Widget(
      title = "Minimum distance",
      description =
          "How close points may lie in the map. 0 packs what belongs together, which clusters best;"
              + " 0.1 and more spreads points for the eye.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @ValueReference(UmapPreset.MinDist.class)
  @ValueProvider(UmapPreset.MinDist.class)
  double minDist = DEFAULTS.minDist();

  @Widget(
      title = "Target",
      description = "Whether a column that is known beforehand helps to make the map.")
  @ValueSwitchWidget
  @ValueReference(TargetReference.class)
  Target target = Target.NONE;

  @Widget(
      title = "Target column",
      description =
          "The column that is known: classes (texts, booleans) or numbers. It is no feature, nor is"
              + " what <i>Scale</i> made of it, where columns are recognized by their role. A row"
              + " whose target is missing is placed by its features alone.")
  @ChoicesProvider(AllColumnsProvider.class)
  @Effect(predicate = HasTarget.class, type = EffectType.SHOW)
  String targetColumn = "";

  @Widget(
      title = "Weight of the target",
      description = "0 looks at the features alone, 1 at the target alone.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  @Effect(predicate = HasTarget.class, type = EffectType.SHOW)
  double targetWeight = DEFAULTS.targetWeight();

  @Widget(title = OptionTexts.STATIC_SEED, description = OptionTexts.STATIC_SEED_MEANING)
  @ValueReference(StaticSeed.class)
  boolean useStaticSeed = true;

  @Widget(title = OptionTexts.SEED, description = OptionTexts.SEED_MEANING)
  @Effect(predicate = StaticSeed.class, type = EffectType.SHOW)
  int seed = (int) DEFAULTS.seed();

  @Widget(title = OptionTexts.MISSING, description = OptionTexts.MISSING_MEANING)
  @ValueSwitchWidget
  MissingValues missingValues = MissingValues.SKIP;

  @Widget(
      title = "Compare settings",
      description =
          "Also makes small maps with other numbers of neighbors, minimum distances and distances,"
              + " of at most 2,000 rows, and shows them beside one another in the view, with how well"
              + " each keeps neighborhoods. That takes as long as some fifteen maps of so many rows.")
  boolean compareSettings = false;

  @Advanced
  @Widget(title = "Spread", description = "The scale of the map: at least the minimum distance.")
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  double spread = DEFAULTS.spread();

  @Advanced
  @Widget(
      title = "Epochs",
      description =
          "How many passes the layout makes; 0 takes 500 for up to 10,000 rows and fewer for more"
              + " rows, down to 200. More"
              + " take longer and settle better.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int epochs = DEFAULTS.epochs();

  @Advanced
  @Widget(title = "Start of the layout", description = "Where points are before the first pass.")
  @ValueReference(StartReference.class)
  Start init = Start.valueOf(DEFAULTS.init().name());

  @Advanced
  @Widget(
      title = "Columns of the start",
      description =
          "As many columns of numbers as there are dimensions, in order. They are no features where"
              + " columns are recognized by their role.")
  @ChoicesProvider(Chosen.Numbers.class)
  @Effect(predicate = StartsByColumns.class, type = EffectType.SHOW)
  ColumnFilter startColumns = new ColumnFilter();

  @Advanced
  @Widget(title = "Learning rate", description = "Length of the layout's first steps.")
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  double learningRate = DEFAULTS.learningRate();

  @Advanced
  @Widget(
      title = "Negative sample rate",
      description = "How many random points push a point away for each neighbor that pulls it.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int negativeSampleRate = DEFAULTS.negativeSampleRate();

  @Advanced
  @Widget(
      title = "Repulsion strength",
      description = "Weight of pushing against pulling: larger values leave more space.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double repulsionStrength = DEFAULTS.repulsionStrength();

  @Advanced
  @Widget(
      title = "Union of neighborhoods",
      description =
          "1 joins two rows if either is a neighbor of the other, 0 only if both are; values between"
              + " mix.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double setOpMixRatio = DEFAULTS.setOpMixRatio();

  @Advanced
  @Widget(
      title = "Local connectivity",
      description = "To how many nearest neighbors each row is fully connected.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double localConnectivity = DEFAULTS.localConnectivity();

  @Advanced
  @Widget(
      title = "Preserve density",
      description =
          "How much the map shows which rows lie dense and which spread out (densMAP): 0 makes all"
              + " islands about equally dense, 2 is usual. Such a map keeps somewhat fewer"
              + " neighbors.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double densLambda = DEFAULTS.densLambda();

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  /** As the core wants them; checks them too. */
  UmapOptions options() {
    return DEFAULTS
        .withNeighbors(neighbors)
        .withComponents(components)
        .withMetric(Metric.valueOf(metric.name()))
        .withSpread(spread)
        .withMinDist(minDist)
        .withEpochs(epochs)
        .withInit(startsByColumns() ? DEFAULTS.init() : UmapInit.valueOf(init.name()))
        .withLearningRate(learningRate)
        .withNegativeSampleRate(negativeSampleRate)
        .withRepulsionStrength(repulsionStrength)
        .withSetOpMixRatio(setOpMixRatio)
        .withLocalConnectivity(localConnectivity)
        .withTargetWeight(targetWeight)
        .withDensLambda(densLambda)
        .withSeed(Seed.of(useStaticSeed, seed));
  }

  boolean startsByColumns() {
    return init == Start.COLUMNS;
  }

  boolean isMixed() {
    return metric == Distance.MIXED;
  }

  /** The name of the target column, if there shall be one; empty if it is not chosen yet. */
  Optional<String> target() {
    return target == Target.COLUMN ? Optional.of(targetColumn) : Optional.empty();
  }

  @Override
  public void validate() {
    options();
  }
}
