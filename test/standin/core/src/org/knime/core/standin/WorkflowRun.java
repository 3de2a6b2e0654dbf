// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.node.workflow.FlowVariable;

/** Executes a workflow's nodes in order; a branch goes on where another failed. */
final class WorkflowRun {
  private static final NodeLogger LOGGER = NodeLogger.getLogger(WorkflowRun.class);
  private final Workflow workflow;
  private final Console console;
  private final ViewDumps dumps = ViewDumps.create();
  private final Map<Integer, PortObject[]> outputs = new HashMap<>();
  private volatile DefaultNodeProgressMonitor running;
  private volatile boolean canceled;

  WorkflowRun(Workflow workflow, Console console) {
    this.workflow = workflow;
    this.console = console;
  }

  /** Stops the node that runs, and starts no other. */
  void cancel() {
    canceled = true;
    DefaultNodeProgressMonitor monitor = running;
    if (monitor != null) {
      monitor.setExecuteCanceled();
    }
  }

  /** Whether all nodes were executed. */
  boolean execute() throws InvalidSettingsException, CanceledExecutionException {
    boolean all = true;
    List<WorkflowNode> order = workflow.inOrder();
    for (int i = 0; i < order.size(); i++) {
      all &= execute(order.get(i), "[" + (i + 1) + "/" + order.size() + "] ");
    }
    return all;
  }

  private boolean execute(WorkflowNode node, String prefix) throws CanceledExecutionException {
    long start = System.nanoTime();
    String reason = node.problem;
    for (Connection connection : workflow.into(node)) {
      if (reason == null && !outputs.containsKey(connection.source())) {
        reason = null;
        WorkflowNode source = workflow.nodes.get(connection.source());
        console.state(prefix + node.label(), "not executed, as " + source.label() + " was not");
        return false;
      }
    }
    try {
      if (reason != null) {
        throw new InvalidSettingsException(reason);
      }
      running = new DefaultNodeProgressMonitor(console.progressOf(prefix + node.label()));
      if (canceled) {
        throw new CanceledExecutionException();
      }
      outputs.put(node.id, run(node));
      double seconds = (System.nanoTime() - start) / 1e9;
      console.state(prefix + node.label(), String.format("executed in %.1f s", seconds));
      dumps.write(node, outputs.get(node.id));
      return true;
    } catch (CanceledExecutionException e) {
      console.state(prefix + node.label(), "canceled");
      throw e;
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      LOGGER.info(e.getMessage(), e);
      console.state(prefix + node.label(), "failed");
      console.error(node.label(), message(e));
      return false;
    } finally {
      running = null;
    }
  }

  private static String message(Throwable e) {
    if (e instanceof KNIMEException) {
      return ((KNIMEException) e).getKNIMEMessage().toLogPrintable();
    }
    boolean plain = e instanceof InvalidSettingsException && e.getMessage() != null;
    return plain
        ? e.getMessage()
        : "Execute failed: " + (e.getMessage() == null ? e : e.getMessage());
  }

  private PortObject[] run(WorkflowNode node) throws Exception {
    Node target = node.node;
    Message[] warning = new Message[1];
    target.getNodeModel().addWarningListener(message -> warning[0] = message);
    target.reset();
    PortObject[] inputs = inputs(node);
    loadSettings(node);
    PortObjectSpec[] specs = new PortObjectSpec[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      specs[i] = inputs[i] == null ? null : inputs[i].getSpec();
    }
    target.invokeNodeModelConfigure(specs);
    ExecutionContext exec = new ExecutionContext(running, target);
    exec.checkCanceled();
    PortObject[] made = target.invokeNodeModelExecute(exec, inputs);
    check(target, made);
    if (warning[0] != null) {
      console.warning(node.label(), warning[0].toLogPrintable());
    }
    return made;
  }

  private static void check(Node node, PortObject[] made) {
    int ports = node.getNrOutPorts() - 1;
    if (made == null || made.length != ports) {
      throw new IllegalStateException(
          "The node gave "
              + (made == null ? "nothing" : made.length + " outputs")
              + " for "
              + ports);
    }
    for (int i = 0; i < ports; i++) {
      if (!node.getOutputType(i + 1).acceptsPortObject(made[i])) {
        throw new IllegalStateException("Output " + i + " is wrong: " + made[i]);
      }
    }
  }

  private PortObject[] inputs(WorkflowNode node) throws InvalidSettingsException {
    Node target = node.node;
    PortObject[] inputs = new PortObject[target.getNrInPorts() - 1];
    for (Connection connection : workflow.into(node)) {
      if (connection.destPort() > inputs.length) {
        throw new InvalidSettingsException("There is no input " + connection.destPort());
      }
      if (connection.destPort() > 0) {
        PortObject[] source = outputs.get(connection.source());
        if (connection.sourcePort() > source.length) {
          throw new InvalidSettingsException(
              "There is no output to input " + connection.destPort());
        }
        inputs[connection.destPort() - 1] = source[connection.sourcePort() - 1];
        Node from = workflow.nodes.get(connection.source()).node;
        target.setInHiLiteHandler(
            connection.destPort(), from.getOutputHiLiteHandler(connection.sourcePort()));
      }
    }
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i] == null && !target.getInputType(i + 1).isOptional()) {
        throw new InvalidSettingsException("Input " + (i + 1) + " is not connected.");
      }
      if (inputs[i] != null && !target.getInputType(i + 1).acceptsPortObject(inputs[i])) {
        throw new InvalidSettingsException(
            "Input "
                + (i + 1)
                + " takes a "
                + target.getInputType(i + 1)
                + ", not a "
                + inputs[i].getClass().getSimpleName());
      }
    }
    return inputs;
  }

  /** The settings as saved, with the flow variables that reach the node in place. */
  private void loadSettings(WorkflowNode node) throws InvalidSettingsException {
    Map<String, FlowVariable> variables = new LinkedHashMap<>(workflow.variables);
    List<Connection> connections = workflow.into(node);
    for (int i = connections.size() - 1; i >= 0; i--) {
      Node source = workflow.nodes.get(connections.get(i).source()).node;
      variables.putAll(source.getNodeModel().getAvailableFlowVariables());
    }
    NodeSettings model = new NodeSettings(Node.CFG_MODEL);
    WorkflowNode.config(node.settings, Node.CFG_MODEL).copyTo(model);
    NodeSettings tree = WorkflowNode.config(node.settings, Node.CFG_VARIABLES);
    List<FlowVariable> exposed = FlowOverrides.apply(tree, model, variables);
    if (!model.keySet().isEmpty()) {
      node.node.validateModelSettings(model);
      node.node.loadModelSettingsFrom(model);
    }
    node.node.setFlowObjectStack(
        FlowObjectStack.createFromFlowVariableList(List.copyOf(variables.values()), null),
        FlowObjectStack.createFromFlowVariableList(exposed, null));
  }
}
