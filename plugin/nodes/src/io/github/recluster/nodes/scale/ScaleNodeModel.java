// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.scaling.Scaler;
import io.github.recluster.core.scaling.ScalerModel;
import io.github.recluster.core.scaling.ScalerOptions;
import io.github.recluster.nodes.port.Features;
import io.github.recluster.nodes.port.ImagePort;
import io.github.recluster.nodes.port.ScaleModelPortObject;
import io.github.recluster.nodes.port.ScaleModelPortObjectSpec;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.ColumnKind;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;

/** Learns a scale for the chosen columns and applies it to them. */
final class ScaleNodeModel extends WebNodeModel<ScaleParameters> {
  ScaleNodeModel() {
    super(
        ScaleParameters.class,
        new PortType[] {BufferedDataTable.TYPE},
        new PortType[] {BufferedDataTable.TYPE, ScaleModelPortObject.TYPE, ImagePortObject.TYPE});
  }

  @Override
  protected int sharesRowsWith(int outPort) {
    return outPort == 0 ? 0 : OWN_ROWS;
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    DataTableSpec table = (DataTableSpec) in[0];
    DataTableSpec features = Features.of(table, features(table));
    logged(table, List.of(features.getColumnNames()));
    DataTableSpec outputs = ScaleColumns.expected(features, parameters());
    boolean known = outputs.getNumColumns() > 0;
    ScaleModelPortObjectSpec model = new ScaleModelPortObjectSpec(features, outputs);
    return new PortObjectSpec[] {
      known ? AddedColumns.spec(table, model.replaced(), model.outputColumns()) : null,
      known ? model : null,
      ImagePort.spec()
    };
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    BufferedDataTable table = (BufferedDataTable) in[0];
    DataTableSpec spec = table.getDataTableSpec();
    List<String> names = features(spec);
    Memory.require("Scaling", table.size(), names.size(), 40.0 * table.size() * names.size());
    TableRows all = TableReader.features(names).read(table, exec.createSubProgress(0.3));
    TableRows rows = all.complete(parameters().missingValues);
    warn(rows.warnings(parameters().columnMode));
    requireRow(rows);
    ScalerOptions options = parameters().options(logged(spec, names));
    Parallel parallel = NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.4));
    ScalerModel model =
        ScaleColumns.withKey(rows, () -> Scaler.fit(rows.features(), options, parallel));
    warn(constant(model));
    Matrix values = ScaleColumns.transform(model, all, parallel);
    DataTableSpec outputs = ScaleColumns.made(model, values, parameters().replace);
    ScaleModelPortObjectSpec modelSpec =
        new ScaleModelPortObjectSpec(Features.of(spec, names), outputs);
    ScaleView view = ScaleView.of(model, all, values);
    remember(view.toJson());
    return new PortObject[] {
      AddedColumns.put(
          table,
          all,
          modelSpec.replaced(),
          modelSpec.outputColumns(),
          ScaleColumns.cells(values),
          exec.createSubExecutionContext(0.3)),
      new ScaleModelPortObject(modelSpec, model),
      ImagePort.png(view.toPng())
    };
  }

  private static void requireRow(TableRows rows) throws KNIMEException {
    if (rows.rows() == 0) {
      throw new KNIMEException(
          rows.tableRows() == 0
              ? "No row is left to learn a scale from: the table is empty."
              : "No row is left to learn a scale from: none of "
                  + rows.tableRows()
                  + " has a value in every column to scale (the first gap: "
                  + rows.firstGap()
                  + "). Leave out a column that is empty, or fill in its values.");
    }
  }

  private static Optional<String> constant(ScalerModel model) {
    List<String> names =
        model.columns().stream()
            .filter(column -> column.min() == column.max())
            .map(column -> '"' + column.input() + '"')
            .distinct()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "All rows have the same value in " + String.join(", ", names) + ": scaled, it is 0.");
  }

  private List<String> features(DataTableSpec table) throws InvalidSettingsException {
    return FeatureColumns.FOR_SCALING.choose(table, parameters().columnMode, parameters().columns);
  }

  /** The columns to take the logarithm of: those of the choice that are scaled. */
  private Set<String> logged(DataTableSpec table, List<String> features)
      throws InvalidSettingsException {
    String[] gone = parameters().logColumns.getMissingSelectedFromFullSpec(table);
    if (gone.length > 0) {
      throw new InvalidSettingsException(
          "The table has no column \""
              + gone[0]
              + "\", which is chosen for the logarithm. Choose the columns again.");
    }
    for (String name : parameters().logColumns.filterFromFullSpec(table)) {
      if (features.contains(name)
          && ColumnKind.of(table.getColumnSpec(name).getType()) != ColumnKind.NUMBER) {
        throw new InvalidSettingsException(
            "Column \"" + name + "\" is chosen for the logarithm, but holds no numbers.");
      }
    }
    return Stream.of(parameters().logColumns.filterFromFullSpec(table))
        .filter(features::contains)
        .collect(Collectors.toSet());
  }
}
