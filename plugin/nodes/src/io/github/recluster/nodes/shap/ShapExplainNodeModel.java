// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.ovr.OneVsRestPrediction;
import io.github.recluster.core.shap.InterventionalShap;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.TreeShap;
import io.github.recluster.nodes.ovr.ClusterColumn;
import io.github.recluster.nodes.port.ImagePort;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.port.OneVsRestModelPortObjectSpec;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;

/** Splits each cluster's prediction of each row into contributions of the features. */
final class ShapExplainNodeModel extends WebNodeModel<ShapExplainParameters> {
  ShapExplainNodeModel() {
    super(
        ShapExplainParameters.class,
        new PortType[] {
          OneVsRestModelPortObject.TYPE, BufferedDataTable.TYPE, BufferedDataTable.TYPE_OPTIONAL
        },
        new PortType[] {BufferedDataTable.TYPE, BufferedDataTable.TYPE, ImagePortObject.TYPE});
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    OneVsRestModelPortObjectSpec model = (OneVsRestModelPortObjectSpec) in[0];
    DataTableSpec table = (DataTableSpec) in[1];
    model.requireFeaturesIn(table);
    if (in[2] != null) {
      requireBackground(model, (DataTableSpec) in[2]);
    }
    return new PortObjectSpec[] {
      ShapTables.summarySpec(), explanationsSpec(model, table), ImagePort.spec()
    };
  }

  private static void requireBackground(OneVsRestModelPortObjectSpec model, DataTableSpec table)
      throws InvalidSettingsException {
    try {
      model.requireFeaturesIn(table);
    } catch (InvalidSettingsException e) {
      throw new InvalidSettingsException("Background table: " + e.getMessage(), e);
    }
  }

  /** Null while the clusters are not known. */
  private PortObjectSpec explanationsSpec(OneVsRestModelPortObjectSpec model, DataTableSpec table) {
    if (parameters().explanations == ShapExplainParameters.Explanations.LONG) {
      return ShapTables.longSpec(model.featureNames());
    }
    return model.labels().isEmpty()
        ? null
        : AddedColumns.spec(
            table, model.features(), ShapTables.wideColumns(model.labels(), model.featureNames()));
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    OneVsRestModelPortObject port = (OneVsRestModelPortObject) in[0];
    BufferedDataTable table = (BufferedDataTable) in[1];
    OneVsRestModel model = port.model();
    port.getSpec().requireFeaturesIn(table.getDataTableSpec());
    if (table.size() == 0) {
      throw new KNIMEException("The table is empty: there is no row to explain.");
    }
    Memory.require(
        Memory.describe("SHAP", table.size(), model.features().size()),
        8.0 * table.size() * (model.features().size() + 1) * (model.labels().size() + 4));
    TableRows rows =
        TableReader.features(port.getSpec().featureNames())
            .read(table, exec.createSubProgress(0.1));
    Matrix x = model.encode(rows.features());
    ShapExplainer explainer = explainer(port, (BufferedDataTable) in[2], exec);
    Parallel parallel = NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.6));
    boolean known = table.getDataTableSpec().containsName(port.getSpec().clusterColumn());
    int[] clusters = known ? own(port, table, exec) : predicted(model, rows, parallel);
    Explanations explanations =
        Explanations.of(explainer, model.labels(), model.features(), x, clusters, parallel);
    ShapView view =
        ShapView.of(
            explanations,
            x,
            known
                ? "that of the column \"" + port.getSpec().clusterColumn() + '"'
                : "the one that the model predicts");
    remember(view.toJson());
    return new PortObject[] {
      ShapTables.summary(explanations, exec),
      table(port.getSpec(), table, rows, explanations, exec.createSubExecutionContext(0.2)),
      ImagePort.png(view.toPng())
    };
  }

  private BufferedDataTable table(
      OneVsRestModelPortObjectSpec spec,
      BufferedDataTable table,
      TableRows rows,
      Explanations explanations,
      ExecutionContext exec)
      throws Exception {
    if (parameters().explanations == ShapExplainParameters.Explanations.LONG) {
      return ShapTables.asLong(explanations, rows.keys(), exec);
    }
    return AddedColumns.put(
        table,
        rows,
        spec.features(),
        ShapTables.wideColumns(explanations.labels(), explanations.features()),
        ShapTables.wideCells(explanations),
        exec);
  }

  private ShapExplainer explainer(
      OneVsRestModelPortObject port, BufferedDataTable background, ExecutionContext exec)
      throws Exception {
    OneVsRestModel model = port.model();
    if (parameters().mode == ShapExplainParameters.Mode.PATH_DEPENDENT) {
      warn(
          background == null
              ? Optional.empty()
              : Optional.of("The background table is not used by path-dependent SHAP."));
      return TreeShap.of(model.ensembles());
    }
    Matrix rows = model.background();
    if (background != null) {
      requireBackground(port.getSpec(), background.getDataTableSpec());
      if (background.size() == 0) {
        throw new KNIMEException(
            "The background table is empty: SHAP has nothing to compare with. Connect rows, or none"
                + " at all.");
      }
      rows =
          model.encode(
              TableReader.features(port.getSpec().featureNames())
                  .read(background, exec.createSubProgress(0.02))
                  .features());
    }
    return InterventionalShap.of(
        model.ensembles(),
        rows,
        parameters().coreUnit(),
        NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.08)));
  }

  /** Each row's cluster as the table says it. */
  private static int[] own(
      OneVsRestModelPortObject port, BufferedDataTable table, ExecutionContext exec)
      throws Exception {
    String[] names =
        ClusterColumn.read(table, port.getSpec().clusterColumn(), exec.createSubProgress(0));
    List<String> labels = port.model().labels();
    return Arrays.stream(names)
        .mapToInt(name -> name == null ? Labels.NOISE : labels.indexOf(name))
        .toArray();
  }

  private static int[] predicted(OneVsRestModel model, TableRows rows, Parallel parallel) {
    OneVsRestPrediction prediction = model.predict(rows.features(), parallel);
    return IntStream.range(0, prediction.rows()).map(prediction::winner).toArray();
  }
}
