// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.apply;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.nodes.port.ModelPortObject;
import io.github.recluster.nodes.port.ModelPortObjectSpec;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.MissingValues;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.Optional;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.property.hilite.HiLiteHandler;

/**
 * Applies a model to a table: the model comes first, the table second, and the table goes out with
 * the columns that the model's spec announces. Rows in which a value is missing get missing values.
 *
 * @param <T> the model's port
 */
public abstract class ApplyNodeModel<T extends ModelPortObject<?>>
    extends WebNodeModel<ApplyParameters> {
  private final Class<T> portClass;

  /** A node that applies models of that port. */
  protected ApplyNodeModel(Class<T> portClass, PortType portType) {
    super(
        ApplyParameters.class,
        new PortType[] {portType, BufferedDataTable.TYPE},
        new PortType[] {BufferedDataTable.TYPE});
    this.portClass = portClass;
  }

  /** Reads the columns that the model was learned on. */
  protected abstract TableRows read(T port, BufferedDataTable table, ExecutionMonitor exec)
      throws Exception;

  /** Computes the cells of the added columns, by row of {@code rows}. */
  protected abstract IntFunction<DataCell[]> apply(T port, TableRows rows, Parallel parallel)
      throws KNIMEException;

  /** Reads columns as numbers and leaves out rows in which one is missing. */
  protected final TableRows readNumbers(T port, BufferedDataTable table, ExecutionMonitor exec)
      throws Exception {
    TableRows rows =
        TableReader.numbers(port.getSpec().featureNames())
            .read(table, exec)
            .complete(MissingValues.SKIP);
    warn(rows.skippedWarning());
    return rows;
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    ModelPortObjectSpec model = (ModelPortObjectSpec) in[0];
    DataTableSpec table = (DataTableSpec) in[1];
    model.requireFeaturesIn(table);
    return new PortObjectSpec[] {AddedColumns.spec(table, model.features(), model.outputColumns())};
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    T port = portClass.cast(in[0]);
    BufferedDataTable table = (BufferedDataTable) in[1];
    port.getSpec().requireFeaturesIn(table.getDataTableSpec());
    TableRows rows = read(port, table, exec.createSubProgress(0.2));
    IntFunction<DataCell[]> cells =
        apply(
            port, rows, NodeProgress.parallel(parameters().threads(), exec.createSubProgress(0.6)));
    warn(table.size() == 0 ? Optional.of("The table is empty.") : Optional.empty());
    return new PortObject[] {
      AddedColumns.put(
          table,
          rows,
          port.getSpec().features(),
          port.getSpec().outputColumns(),
          cells,
          exec.createSubExecutionContext(0.2))
    };
  }

  @Override
  protected HiLiteHandler getOutHiLiteHandler(int port) {
    return getInHiLiteHandler(1); // the rows are those of the table, not of the model
  }
}
