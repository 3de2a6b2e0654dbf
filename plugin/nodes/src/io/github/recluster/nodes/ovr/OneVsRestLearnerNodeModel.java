// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.ovr.OneVsRest;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.ovr.OneVsRestOptions;
import io.github.recluster.core.ovr.SkippedCluster;
import io.github.recluster.nodes.port.Features;
import io.github.recluster.nodes.port.ImagePort;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.port.OneVsRestModelPortObjectSpec;
import io.github.recluster.nodes.run.Count;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.MissingValues;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.webui.WebNodeModel;
import io.github.recluster.xgboost.XgboostBooster;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;

/** Learns to tell each cluster's rows from all others. */
final class OneVsRestLearnerNodeModel extends WebNodeModel<OneVsRestLearnerParameters> {
  OneVsRestLearnerNodeModel() {
    super(
        OneVsRestLearnerParameters.class,
        new PortType[] {BufferedDataTable.TYPE},
        new PortType[] {
          BufferedDataTable.TYPE,
          BufferedDataTable.TYPE,
          OneVsRestModelPortObject.TYPE,
          ImagePortObject.TYPE
        });
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    DataTableSpec table = (DataTableSpec) in[0];
    String cluster = clusterColumn(table);
    return new PortObjectSpec[] {
      OneVsRestTables.reportSpec(),
      OneVsRestTables.importanceSpec(),
      new OneVsRestModelPortObjectSpec(
          Features.of(table, features(table, cluster)), new DataTableSpec(), cluster, List.of()),
      ImagePort.spec()
    };
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    BufferedDataTable table = (BufferedDataTable) in[0];
    DataTableSpec tableSpec = table.getDataTableSpec();
    OneVsRestOptions options = parameters().options();
    String cluster = clusterColumn(tableSpec);
    List<String> names = features(tableSpec, cluster);
    TaughtRows taught = taught(table, names, cluster, exec);
    taught.require(options, cluster);
    warn(taught.absentWarning(options));
    OneVsRestModel model =
        fit(
            taught,
            options,
            NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.9)));
    warn(skippedClusters(model));
    OneVsRestModelPortObjectSpec spec =
        new OneVsRestModelPortObjectSpec(
            Features.of(tableSpec, names),
            PredictionColumns.specs(cluster, model.labels()),
            cluster,
            model.labels());
    OneVsRestView view = OneVsRestView.of(model);
    remember(view.toJson("One-vs-Rest XGBoost Learner", ClusterColumn.origin(tableSpec, cluster)));
    return new PortObject[] {
      OneVsRestTables.report(model.report(), exec),
      OneVsRestTables.importance(model.importance(), exec),
      new OneVsRestModelPortObject(spec, model),
      ImagePort.png(view.toPng())
    };
  }

  /** The rows to learn from; says what is to be said of them. */
  private TaughtRows taught(
      BufferedDataTable table, List<String> names, String cluster, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    Memory.require(
        "One-vs-rest", table.size(), names.size(), table.size() * (40.0 * names.size() + 100));
    TableRows all = TableReader.features(names).read(table, exec.createSubProgress(0.04));
    boolean automatic = parameters().columnMode == ColumnMode.AUTOMATIC;
    warn(automatic ? all.identifierWarning() : Optional.empty());
    TableRows rows = usable(all);
    TaughtRows taught =
        TaughtRows.of(
            rows,
            ClusterColumn.read(table, cluster, exec.createSubProgress(0.01)),
            weights(table, exec.createSubProgress(0.01)));
    warn(taught.skippedWarning(cluster));
    warn(taught.unweightedWarning(parameters().weightColumn));
    return taught;
  }

  private static OneVsRestModel fit(TaughtRows taught, OneVsRestOptions options, Parallel parallel)
      throws KNIMEException {
    try {
      return OneVsRest.fit(
          taught.features(),
          taught.clusters(),
          taught.weights(),
          options,
          new XgboostBooster(),
          parallel);
    } catch (CancellationException e) { // an IllegalStateException too
      throw e;
    } catch (IllegalStateException e) { // the booster's sentence: its native library can't work
      throw new KNIMEException(e.getMessage(), e);
    }
  }

  /** Every row's weight; none if all count the same. */
  private double[] weights(BufferedDataTable table, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    Optional<String> column = parameters().weightColumn();
    return column.isPresent() ? WeightColumn.read(table, column.get(), exec) : new double[0];
  }

  private TableRows usable(TableRows all) throws KNIMEException {
    if (parameters().missingValues == MissingFeatures.NATIVE) {
      return all;
    }
    TableRows complete =
        all.complete(
            parameters().missingValues == MissingFeatures.SKIP
                ? MissingValues.SKIP
                : MissingValues.FAIL);
    warn(complete.skippedWarning());
    return complete;
  }

  private String clusterColumn(DataTableSpec table) throws InvalidSettingsException {
    return ClusterColumn.choose(table, parameters().clusterMode, parameters().clusterColumn);
  }

  private List<String> features(DataTableSpec table, String cluster)
      throws InvalidSettingsException {
    List<String> chosen =
        FeatureColumns.FOR_CLASSIFYING.choose(table, parameters().columnMode, parameters().columns);
    Optional<String> weight = parameters().weightColumn();
    if (weight.isPresent()) {
      WeightColumn.require(table, weight.get());
    }
    if (parameters().columnMode == ColumnMode.CHOSEN) {
      refuse(chosen, cluster, "clusters");
      refuse(chosen, weight.orElse(cluster), "weights");
    }
    List<String> others =
        chosen.stream()
            .filter(name -> !name.equals(cluster) && !name.equals(weight.orElse(cluster)))
            .toList();
    if (others.isEmpty()) {
      throw new InvalidSettingsException(
          "The table has no column to learn from beside the clusters. Choose the columns in the"
              + " dialog.");
    }
    return others;
  }

  private static void refuse(List<String> chosen, String column, String what)
      throws InvalidSettingsException {
    if (chosen.contains(column)) {
      throw new InvalidSettingsException(
          "Column \""
              + column
              + "\" holds the "
              + what
              + " and cannot be a feature too. Take it off the chosen columns.");
    }
  }

  private static Optional<String> skippedClusters(OneVsRestModel model) {
    return model.skipped().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "No classifier for "
                + model.skipped().stream()
                    .map(OneVsRestLearnerNodeModel::describe)
                    .collect(Collectors.joining("; "))
                + ".");
  }

  private static String describe(SkippedCluster skipped) {
    String reason = skipped.reason().replaceAll("\\.$", "");
    return skipped.cluster() + " of " + Count.of(skipped.size(), "row") + ": " + reason;
  }
}
