// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.util.Version;

/** A saved workflow: its nodes and connections, as {@code workflow.knime} lists them. */
final class Workflow {
  static final String FILE = "workflow.knime";
  private static final Version NEWEST = new Version(5, 1, 0);

  final Path folder;
  final NodeSettings settings;
  final Map<Integer, WorkflowNode> nodes = new TreeMap<>();
  final List<Connection> connections = new ArrayList<>();
  final Map<String, FlowVariable> variables = new LinkedHashMap<>();

  private Workflow(Path folder, NodeSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  static Workflow load(Path folder) throws IOException, InvalidSettingsException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new FileNotFoundException("No workflow at " + folder + ": " + FILE + " is missing");
    }
    NodeSettings settings = (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
    String version = settings.getString("version", "0.0.0");
    if (NEWEST.compareTo(new Version(version)) < 0) {
      throw new InvalidSettingsException(
          "Unsupported workflow version: "
              + version
              + " (this program reads up to "
              + NEWEST
              + ")");
    }
    Workflow workflow = new Workflow(folder, settings);
    for (NodeSettingsRO entry : children(settings, "nodes")) {
      WorkflowNode node = WorkflowNode.load(folder, entry);
      workflow.nodes.put(node.id, node);
    }
    for (NodeSettingsRO entry : children(settings, "connections")) {
      workflow.connections.add(Connection.load(entry));
    }
    for (NodeSettingsRO entry : children(settings, "workflow_variables")) {
      FlowVariable variable = variable(entry);
      workflow.variables.put(variable.getName(), variable);
    }
    return workflow;
  }

  private static List<NodeSettingsRO> children(NodeSettings settings, String key)
      throws InvalidSettingsException {
    List<NodeSettingsRO> children = new ArrayList<>();
    if (settings.containsKey(key)) {
      NodeSettings parent = settings.getNodeSettings(key);
      for (String child : parent) {
        children.add(parent.getNodeSettings(child));
      }
    }
    return children;
  }

  private static FlowVariable variable(NodeSettingsRO settings) throws InvalidSettingsException {
    String name = settings.getString("name");
    switch (settings.getString("class")) {
      case "STRING":
        return new FlowVariable(name, settings.getString("value"));
      case "INTEGER":
        return new FlowVariable(name, settings.getInt("value"));
      case "DOUBLE":
        return new FlowVariable(name, settings.getDouble("value"));
      default:
        throw new InvalidSettingsException(
            "The workflow variable \""
                + name
                + "\" is of the type "
                + settings.getString("class")
                + ", which the stand-in doesn't know");
    }
  }

  List<Connection> into(WorkflowNode node) {
    List<Connection> found = new ArrayList<>(connections);
    found.removeIf(c -> c.dest() != node.id);
    found.sort(java.util.Comparator.comparingInt(Connection::destPort));
    return found;
  }

  /** The nodes so that each comes after those it gets something from. */
  List<WorkflowNode> inOrder() throws InvalidSettingsException {
    Set<Integer> waiting = new TreeSet<>(nodes.keySet());
    List<WorkflowNode> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int before = order.size();
      for (int id : List.copyOf(waiting)) {
        boolean ready = into(nodes.get(id)).stream().noneMatch(c -> waiting.contains(c.source()));
        if (ready) {
          waiting.remove(id);
          order.add(nodes.get(id));
        }
      }
      if (order.size() == before) {
        throw new InvalidSettingsException("The connections go round in a circle: " + waiting);
      }
    }
    return order;
  }
}
