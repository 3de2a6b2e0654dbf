// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.apply;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.nodes.port.ModelPortObject;
import io.github.recluster.nodes.port.ModelPortObjectSpec;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.streamable.InputPortRole;
import org.knime.core.node.streamable.OutputPortRole;
import org.knime.core.node.streamable.PartitionInfo;
import org.knime.core.node.streamable.PortInput;
import org.knime.core.node.streamable.PortObjectInput;
import org.knime.core.node.streamable.PortOutput;
import org.knime.core.node.streamable.RowInput;
import org.knime.core.node.streamable.RowOutput;
import org.knime.core.node.streamable.StreamableOperator;
import org.knime.node.parameters.NodeParameters;

/**
 * Applies a model to a table: the model comes first, the table second, and the table goes out with
 * the columns that the model's spec announces. What a row gets hangs on the row alone, so that the
 * rows may as well stream by, in any number of partitions.
 *
 * @param <T> the model's port
 * @param <P> the parameters
 */
public abstract class ApplyNodeModel<T extends ModelPortObject<?>, P extends NodeParameters>
    extends WebNodeModel<P> {
  private final Class<T> portClass;

  /** A node that applies models of that port. */
  protected ApplyNodeModel(Class<T> portClass, PortType portType, Class<P> parameters) {
    super(
        parameters,
        new PortType[] {portType, BufferedDataTable.TYPE},
        new PortType[] {BufferedDataTable.TYPE});
    this.portClass = portClass;
  }

  /** What is done in one run, or with one partition of a stream. */
  protected interface Application {
    /** Of rows just read, those that get values; all others get missing values. */
    TableRows usable(TableRows rows) throws KNIMEException;

    /** Computes the cells of the added columns, by row of {@code rows}. */
    IntFunction<DataCell[]> apply(TableRows rows, Parallel parallel) throws KNIMEException;

    /** What is to be said when all rows are done. */
    List<String> warnings();
  }

  /** Number of threads; 0 takes all processors. */
  protected abstract int threads();

  /** How the columns that the model was learned on are read. */
  protected abstract TableReader reader(T port);

  /** The columns that are added: those of the model, unless the node's user wants others. */
  protected DataColumnSpec[] added(ModelPortObjectSpec model) {
    return model.outputColumns();
  }

  /** Begins a run. */
  protected abstract Application begin(T port);

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    ModelPortObjectSpec model = (ModelPortObjectSpec) in[0];
    DataTableSpec table = (DataTableSpec) in[1];
    model.requireFeaturesIn(table);
    return new PortObjectSpec[] {AddedColumns.spec(table, model.replaced(), added(model))};
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    T port = portClass.cast(in[0]);
    BufferedDataTable table = (BufferedDataTable) in[1];
    port.getSpec().requireFeaturesIn(table.getDataTableSpec());
    Application application = begin(port);
    TableRows rows = application.usable(reader(port).read(table, exec.createSubProgress(0.2)));
    IntFunction<DataCell[]> cells =
        application.apply(rows, NodeProgress.parallel(threads(), exec.createSubProgress(0.5)));
    finish(application, table.size());
    return new PortObject[] {
      AddedColumns.put(
          table,
          rows,
          port.getSpec().replaced(),
          added(port.getSpec()),
          cells,
          exec.createSubExecutionContext(0.3))
    };
  }

  private void finish(Application application, long rows) {
    warn(application.warnings());
    if (rows == 0) {
      warn(List.of("The table is empty."));
    }
  }

  @Override
  public InputPortRole[] getInputPortRoles() {
    return new InputPortRole[] {
      InputPortRole.NONDISTRIBUTED_NONSTREAMABLE, InputPortRole.DISTRIBUTED_STREAMABLE
    };
  }

  @Override
  public OutputPortRole[] getOutputPortRoles() {
    return new OutputPortRole[] {OutputPortRole.DISTRIBUTED};
  }

  @Override
  public StreamableOperator createStreamableOperator(
      PartitionInfo partition, PortObjectSpec[] inSpecs) {
    return new StreamableOperator() {
      @Override
      public void runFinal(PortInput[] in, PortOutput[] out, ExecutionContext exec)
          throws Exception {
        T port = portClass.cast(((PortObjectInput) in[0]).getPortObject());
        inWords(
            () -> {
              stream(port, (RowInput) in[1], (RowOutput) out[0], exec);
              return null;
            });
      }
    };
  }

  private void stream(T port, RowInput in, RowOutput out, ExecutionContext exec) throws Exception {
    port.getSpec().requireFeaturesIn(in.getDataTableSpec());
    Application application = begin(port);
    RowStream stream =
        new RowStream(
            reader(port),
            new AddedColumns.Rows(
                in.getDataTableSpec(), port.getSpec().replaced(), added(port.getSpec())),
            in,
            NodeProgress.parallel(threads(), exec));
    try {
      while (stream.next(exec)) {
        stream.push(application, out);
      }
    } finally {
      in.close();
      out.close();
    }
    finish(application, stream.rows());
  }

  @Override
  protected int sharesRowsWith(int outPort) {
    return 1; // the table, not the model
  }
}
