// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.property.hilite.HiLiteHandler;
import org.knime.core.node.streamable.InputPortRole;
import org.knime.core.node.streamable.OutputPortRole;
import org.knime.core.node.streamable.PartitionInfo;
import org.knime.core.node.streamable.PortInput;
import org.knime.core.node.streamable.PortObjectInput;
import org.knime.core.node.streamable.PortObjectOutput;
import org.knime.core.node.streamable.PortOutput;
import org.knime.core.node.streamable.StreamableOperator;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** What a node does: settings, configure, execute. */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {
  private final PortType[] inTypes;
  private final PortType[] outTypes;
  private final HiLiteHandler[] inHandlers;
  private final HiLiteHandler ownHandler = new HiLiteHandler();
  private final List<NodeModelWarningListener> listeners = new CopyOnWriteArrayList<>();
  private final NodeLogger logger = NodeLogger.getLogger(getClass());
  private Message warning;
  FlowObjectStack incoming = FlowObjectStack.createFromFlowVariableList(List.of(), null);
  FlowObjectStack outgoing = FlowObjectStack.createFromFlowVariableList(List.of(), null);

  protected NodeModel(int tablesIn, int tablesOut) {
    this(tables(tablesIn), tables(tablesOut));
  }

  protected NodeModel(PortType[] inTypes, PortType[] outTypes) {
    this.inTypes = inTypes.clone();
    this.outTypes = outTypes.clone();
    this.inHandlers = new HiLiteHandler[inTypes.length];
  }

  private static PortType[] tables(int count) {
    PortType[] types = new PortType[count];
    Arrays.fill(types, BufferedDataTable.TYPE);
    return types;
  }

  protected abstract void loadInternals(File folder, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException;

  protected abstract void saveInternals(File folder, ExecutionMonitor monitor)
      throws IOException, CanceledExecutionException;

  protected abstract void saveSettingsTo(NodeSettingsWO settings);

  protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

  protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings)
      throws InvalidSettingsException;

  protected void validateViewSettings(NodeSettingsRO settings) throws InvalidSettingsException {}

  protected abstract void reset();

  protected final int getNrInPorts() {
    return inTypes.length;
  }

  protected final int getNrOutPorts() {
    return outTypes.length;
  }

  protected final PortType getInPortType(int index) {
    return inTypes[index];
  }

  protected final PortType getOutPortType(int index) {
    return outTypes[index];
  }

  protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
    return configure(Arrays.copyOf(inSpecs, inSpecs.length, DataTableSpec[].class));
  }

  protected DataTableSpec[] configure(DataTableSpec[] inSpecs) throws InvalidSettingsException {
    throw new IllegalStateException("configure is not implemented by " + getClass());
  }

  protected PortObject[] execute(PortObject[] inData, ExecutionContext exec) throws Exception {
    return execute(Arrays.copyOf(inData, inData.length, BufferedDataTable[].class), exec);
  }

  protected BufferedDataTable[] execute(BufferedDataTable[] inData, ExecutionContext exec)
      throws Exception {
    throw new IllegalStateException("execute is not implemented by " + getClass());
  }

  protected void setInHiLiteHandler(int index, HiLiteHandler handler) {
    inHandlers[index] = handler;
  }

  public final HiLiteHandler getInHiLiteHandler(int index) {
    if (inHandlers[index] == null) {
      inHandlers[index] = new HiLiteHandler();
    }
    return inHandlers[index];
  }

  protected HiLiteHandler getOutHiLiteHandler(int index) {
    return inTypes.length == 0 ? ownHandler : getInHiLiteHandler(0);
  }

  protected final void setWarningMessage(String text) {
    setWarning(text == null ? null : Message.fromSummary(text));
  }

  protected final void setWarning(Message message) {
    warning = message;
    listeners.forEach(listener -> listener.warningChanged(message));
  }

  public void addWarningListener(NodeModelWarningListener listener) {
    listeners.add(listener);
  }

  protected final void pushFlowVariableString(String name, String value) {
    outgoing.push(new FlowVariable(name, value));
  }

  protected final void pushFlowVariableInt(String name, int value) {
    outgoing.push(new FlowVariable(name, value));
  }

  protected final void pushFlowVariableDouble(String name, double value) {
    outgoing.push(new FlowVariable(name, value));
  }

  public final int peekFlowVariableInt(String name) {
    return peekFlowVariable(name, VariableType.IntType.INSTANCE);
  }

  public final double peekFlowVariableDouble(String name) {
    return peekFlowVariable(name, VariableType.DoubleType.INSTANCE);
  }

  public final <T> T peekFlowVariable(String name, VariableType<T> type) {
    FlowVariable variable = getAvailableFlowVariables().get(name);
    if (variable == null) {
      throw new java.util.NoSuchElementException("No flow variable \"" + name + "\"");
    }
    return variable.getValue(type);
  }

  public final Map<String, FlowVariable> getAvailableFlowVariables() {
    Map<String, FlowVariable> all = new LinkedHashMap<>(incoming.getAllAvailableFlowVariables());
    all.putAll(outgoing.getAllAvailableFlowVariables());
    return all;
  }

  public InputPortRole[] getInputPortRoles() {
    InputPortRole[] roles = new InputPortRole[inTypes.length];
    Arrays.fill(roles, InputPortRole.NONDISTRIBUTED_NONSTREAMABLE);
    return roles;
  }

  public OutputPortRole[] getOutputPortRoles() {
    OutputPortRole[] roles = new OutputPortRole[outTypes.length];
    Arrays.fill(roles, OutputPortRole.NONDISTRIBUTED);
    return roles;
  }

  public StreamableOperator createStreamableOperator(PartitionInfo info, PortObjectSpec[] inSpecs)
      throws InvalidSettingsException {
    return new StreamableOperator() {
      @Override
      public void runFinal(PortInput[] inputs, PortOutput[] outputs, ExecutionContext exec)
          throws Exception {
        PortObject[] in = new PortObject[inputs.length];
        for (int i = 0; i < in.length; i++) {
          in[i] = ((PortObjectInput) inputs[i]).getPortObject();
        }
        PortObject[] out = execute(in, exec);
        for (int i = 0; i < out.length; i++) {
          ((PortObjectOutput) outputs[i]).setPortObject(out[i]);
        }
      }
    };
  }
}
