// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.umap.SettingsComparison;
import io.github.recluster.core.umap.Umap;
import io.github.recluster.core.umap.UmapGivens;
import io.github.recluster.core.umap.UmapModel;
import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.nodes.port.Features;
import io.github.recluster.nodes.port.ImagePort;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.port.UmapModelPortObjectSpec;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.SeedOrigin;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.view.RawColumns;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Makes a map of the rows: rows that are alike lie close together. */
final class UmapEmbedNodeModel extends WebNodeModel<UmapEmbedParameters> {
  UmapEmbedNodeModel() {
    super(
        UmapEmbedParameters.class,
        new PortType[] {BufferedDataTable.TYPE},
        new PortType[] {BufferedDataTable.TYPE, UmapModelPortObject.TYPE, ImagePortObject.TYPE});
  }

  @Override
  protected int sharesRowsWith(int outPort) {
    return outPort == 0 ? 0 : OWN_ROWS;
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    DataTableSpec table = (DataTableSpec) in[0];
    UmapModelPortObjectSpec model =
        new UmapModelPortObjectSpec(
            Features.of(table, features(table)), UmapColumns.expected(parameters().components));
    return new PortObjectSpec[] {
      AddedColumns.spec(table, Set.of(), model.outputColumns()), model, ImagePort.spec()
    };
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    BufferedDataTable table = (BufferedDataTable) in[0];
    UmapOptions options = parameters().options();
    List<String> names = features(table.getDataTableSpec());
    requireMemory(table.size(), names.size(), options);
    TableRows rows = read(table, names, exec.createSubProgress(0.05));
    UmapGivens givens = givens(table, rows, exec);
    double layout = parameters().compareSettings ? 0.3 : 0.82;
    UmapModel model = fit(rows, givens, options, exec.createSubProgress(layout));
    Matrix places = model.embedding();
    UmapModelPortObjectSpec spec =
        new UmapModelPortObjectSpec(
            Features.of(table.getDataTableSpec(), names),
            SeedOrigin.of(options.seed()).mark(UmapColumns.made(places)));
    RawColumns raw = RawColumns.of(table, rows, exec.createSubProgress(0.03));
    UmapView view = UmapView.of(places, raw, rows.keys(), options);
    if (parameters().compareSettings) {
      view = comparing(view, options, rows, raw.inMap(), exec.createSubProgress(0.84 - layout));
    }
    remember(view.toJson());
    return new PortObject[] {
      AddedColumns.put(
          table,
          rows,
          Set.of(),
          spec.outputColumns(),
          UmapColumns.cells(places),
          exec.createSubExecutionContext(0.05)),
      new UmapModelPortObject(spec, model),
      ImagePort.png(view.toPng())
    };
  }

  private void requireMemory(long rows, int columns, UmapOptions options) throws KNIMEException {
    double compared =
        parameters().compareSettings ? SettingsComparison.estimateBytes(columns, options) : 0;
    Memory.require(
        "UMAP",
        rows,
        columns,
        16.0 * rows * columns + Umap.estimateBytes(rows, columns, options) + compared);
  }

  /** The rows to embed; says what is to be said of them. */
  private TableRows read(BufferedDataTable table, List<String> names, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    TableReader reader =
        parameters().isMixed() ? TableReader.features(names) : TableReader.numbers(names);
    TableRows rows = reader.read(table, exec).complete(parameters().missingValues);
    warn(
        FeatureColumns.FOR_EMBEDDING.olderWarning(
            table.getDataTableSpec(), parameters().columnMode, names));
    warn(rows.warnings(parameters().columnMode));
    warn(rows.equalRowsWarning());
    return rows;
  }

  /** What is known of the rows beforehand: a target, and where the layout starts. */
  private UmapGivens givens(BufferedDataTable table, TableRows rows, ExecutionMonitor exec)
      throws CanceledExecutionException, InvalidSettingsException, KNIMEException {
    Optional<String> target = parameters().target();
    UmapGivens givens =
        target.isPresent()
            ? TargetColumn.read(table, rows, target.get(), exec.createSubProgress(0.02))
            : UmapGivens.NONE;
    List<String> start = StartColumns.choose(table.getDataTableSpec(), parameters());
    return StartColumns.read(table, rows, start, givens, exec.createSubProgress(0.01));
  }

  private UmapModel fit(
      TableRows rows, UmapGivens givens, UmapOptions options, ExecutionMonitor exec) {
    Parallel parallel = NodeProgress.parallel(parameters().threads, exec);
    return parameters().isMixed()
        ? Umap.fit(rows.features(), givens, options, parallel)
        : Umap.fit(rows.moderateMatrix(), givens, options, parallel);
  }

  /** The view with small maps made with other settings, of numbers and without a target. */
  private UmapView comparing(
      UmapView view, UmapOptions options, TableRows rows, FeatureTable raw, ExecutionMonitor exec) {
    if (parameters().isMixed()) {
      warn(Optional.of("Settings are not compared under the mixed distance."));
      return view;
    }
    warn(
        parameters()
            .target()
            .map(target -> "The small maps of other settings are made without the target."));
    SettingsComparison comparison =
        SettingsComparison.of(
            rows.moderateMatrix(), options, NodeProgress.parallel(parameters().threads, exec));
    return view.comparing(ComparedSettings.chart(comparison, rows.rows(), raw));
  }

  private List<String> features(DataTableSpec table) throws InvalidSettingsException {
    return EmbeddedColumns.choose(table, parameters());
  }
}
