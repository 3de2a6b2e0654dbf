// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.ClusterSelectionMethod;
import io.github.recluster.core.hdbscan.HdbscanOptions;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What a user may choose about HDBSCAN Cluster. */
@LoadDefaultsForAbsentFields
final class HdbscanClusterParameters implements NodeParameters {
  private static final HdbscanOptions DEFAULTS = HdbscanOptions.DEFAULTS;

  /** How the flat clusters are taken from the tree; the first constants are those of the core. */
  enum Selection {
    @Label(
        value = "Excess of mass",
        description = "The most stable clusters, large or small, wherever they lie in the tree.")
    EOM,
    @Label(value = "Leaf", description = "The leaves of the tree: many small, even clusters.")
    LEAF,
    @Label(
        value = "Wanted number",
        description =
            "As many clusters as you want, or the next smaller number that the tree has: its leaves,"
                + " joined from the smallest distance on. Selection distance and maximum size play"
                + " no part.")
    COUNT
  }

  static final class SelectionReference implements ParameterReference<Selection> {}

  /** Whether a number of clusters is wanted. */
  static final class WantsCount implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(SelectionReference.class).isOneOf(Selection.COUNT);
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

  @Persistor(HdbscanPreset.Saved.class)
  @Widget(
      title = "Preset",
      description =
          "Fills in the minimum cluster size and the minimum samples below. When the dialog opens,"
              + " it is the preset that has those values.")
  @ValueSwitchWidget
  @ValueReference(HdbscanPreset.Choice.class)
  @ValueProvider(HdbscanPreset.Choice.class)
  HdbscanPreset preset = HdbscanPreset.CUSTOM;

  @Widget(
      title = "Minimum cluster size",
      description =
          "The smallest number of rows that you would call a cluster. Larger values give fewer and"
              + " larger clusters.")
  @NumberInputWidget(minValidation = AtLeastTwo.class)
  @ValueReference(HdbscanPreset.MinClusterSize.class)
  @ValueProvider(HdbscanPreset.MinClusterSize.class)
  int minClusterSize = DEFAULTS.minClusterSize();

  @Widget(
      title = "Minimum samples",
      description =
          "How many other rows must lie close for a row to be in the dense part of a cluster. Larger"
              + " values call more rows noise. The row itself is not counted.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @ValueReference(HdbscanPreset.MinSamples.class)
  @ValueProvider(HdbscanPreset.MinSamples.class)
  int minSamples = DEFAULTS.minSamples();

  @Widget(
      title = "Selection of clusters",
      description = "How the clusters are taken from the tree of clusters.")
  @ValueSwitchWidget
  @ValueReference(SelectionReference.class)
  Selection clusterSelectionMethod = Selection.valueOf(DEFAULTS.clusterSelectionMethod().name());

  @Widget(title = "Wanted clusters", description = "How many clusters you want.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = WantsCount.class, type = EffectType.SHOW)
  int wantedClusters = 10;

  @Widget(
      title = "Selection distance",
      description =
          "Clusters that split below this distance stay together: against many tiny clusters where"
              + " the data is dense. 0 is no such limit.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double clusterSelectionEpsilon = DEFAULTS.clusterSelectionEpsilon();

  @Widget(title = OptionTexts.MISSING, description = OptionTexts.MISSING_MEANING)
  @ValueSwitchWidget
  MissingValues missingValues = MissingValues.SKIP;

  @Widget(title = HdbscanApplyParameters.MEMBERSHIPS, description = HdbscanApplyParameters.MEANING)
  boolean memberships = false;

  @Advanced
  @Widget(
      title = "Distance",
      description =
          "How far two rows are apart. All but the Euclidean compare each row with each other: slow"
              + " with more than some ten thousand rows.")
  Distance metric = Distance.valueOf(DEFAULTS.metric().name());

  @Advanced
  @Widget(
      title = "Allow a single cluster",
      description =
          "Whether all rows together may be the only cluster. With leaves only where they are joined"
              + " below a distance.")
  boolean allowSingleCluster = DEFAULTS.allowSingleCluster();

  @Advanced
  @Widget(
      title = "Maximum cluster size",
      description = "Excess of mass splits clusters larger than this; 0 is no limit.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int maxClusterSize = DEFAULTS.maxClusterSize();

  @Advanced
  @Widget(
      title = "Alpha",
      description = "Distances are divided by it before rows are linked; leave it at 1.")
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  double alpha = DEFAULTS.alpha();

  @Advanced
  @Widget(
      title = "Persistence threshold",
      description =
          "Clusters that exist over a smaller range of densities than this are joined with the"
              + " cluster they came from before any is selected; 0 keeps all.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double persistenceThreshold = DEFAULTS.persistenceThreshold();

  @Advanced
  @Widget(
      title = "DBSCAN distance",
      description =
          "Also says in <tt>DBSCAN cluster</tt> which clusters DBSCAN finds at this distance: from"
              + " the same tree, with rows at the border as noise. 0 adds no column.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double dbscanDistance = 0;

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  /** As the core wants them; checks them too. */
  HdbscanOptions options() {
    return DEFAULTS
        .withMinClusterSize(minClusterSize)
        .withMinSamples(minSamples)
        .withClusterSelectionMethod(
            wantsCount()
                ? ClusterSelectionMethod.LEAF
                : ClusterSelectionMethod.valueOf(clusterSelectionMethod.name()))
        .withClusterSelectionEpsilon(clusterSelectionEpsilon)
        .withMetric(metric.metric())
        .withAlpha(alpha)
        .withMaxClusterSize(maxClusterSize)
        .withAllowSingleCluster(allowSingleCluster)
        .withPersistenceThreshold(persistenceThreshold);
  }

  boolean wantsCount() {
    return clusterSelectionMethod == Selection.COUNT;
  }

  @Override
  public void validate() {
    options();
    if (wantedClusters < 1) {
      throw new IllegalArgumentException(
          "wantedClusters must be at least 1, got " + wantedClusters);
    }
    if (!(dbscanDistance >= 0 && dbscanDistance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dbscanDistance must be 0 or more, got " + dbscanDistance);
    }
  }
}
