// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.property.hilite.HiLiteHandler;
import org.knime.core.node.workflow.FlowObjectStack;

/** A node as the framework sees it: the way to its model's protected methods. */
public final class Node {
  /** The key of a node's own settings. */
  public static final String CFG_MODEL = "model";

  /** The key of the flow variables that overwrite settings. */
  public static final String CFG_VARIABLES = "variables";

  private final NodeFactory<NodeModel> factory;
  private final NodeModel model;

  public Node(NodeFactory<NodeModel> factory) {
    this.factory = factory;
    this.model = factory.createNodeModel();
  }

  public NodeFactory<NodeModel> getFactory() {
    return factory;
  }

  public NodeModel getNodeModel() {
    return model;
  }

  public String getName() {
    return factory.getNodeName();
  }

  public static NodeDescription invokeGetNodeDescription(NodeFactory<?> factory) {
    return factory.description();
  }

  public int getNrInPorts() {
    return model.getNrInPorts() + 1;
  }

  public int getNrOutPorts() {
    return model.getNrOutPorts() + 1;
  }

  /** The type of an input; 0 is the one for flow variables. */
  public PortType getInputType(int index) {
    return model.getInPortType(index - 1);
  }

  /** The type of an output; 0 is the one for flow variables. */
  public PortType getOutputType(int index) {
    return model.getOutPortType(index - 1);
  }

  public int getNrViews() {
    return factory.getNrNodeViews();
  }

  public void validateModelSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    model.validateSettings(settings);
  }

  public void validateViewSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    model.validateViewSettings(settings);
  }

  public void loadModelSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
    model.loadValidatedSettingsFrom(settings);
  }

  public void saveModelSettingsTo(NodeSettingsWO settings) {
    model.saveSettingsTo(settings);
  }

  public void setFlowObjectStack(FlowObjectStack incoming, FlowObjectStack outgoing) {
    model.incoming = incoming;
    model.outgoing = outgoing;
  }

  public void setInHiLiteHandler(int index, HiLiteHandler handler) {
    model.setInHiLiteHandler(index - 1, handler);
  }

  public HiLiteHandler getInHiLiteHandler(int index) {
    return model.getInHiLiteHandler(index - 1);
  }

  public HiLiteHandler getOutputHiLiteHandler(int index) {
    return model.getOutHiLiteHandler(index - 1);
  }

  /** What the model configures, without the port for flow variables. */
  public PortObjectSpec[] invokeNodeModelConfigure(PortObjectSpec[] inSpecs)
      throws InvalidSettingsException {
    return model.configure(inSpecs);
  }

  /** What the model makes, without the port for flow variables. */
  public PortObject[] invokeNodeModelExecute(ExecutionContext exec, PortObject[] inData)
      throws Exception {
    return model.execute(inData, exec);
  }

  public void saveInternals(File folder, ExecutionMonitor monitor)
      throws CanceledExecutionException {
    try {
      model.saveInternals(folder, monitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void loadInternals(File folder, ExecutionMonitor monitor)
      throws CanceledExecutionException {
    try {
      model.loadInternals(folder, monitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void reset() {
    model.setWarning(null);
    model.reset();
  }

  @Override
  public String toString() {
    return getName();
  }
}
