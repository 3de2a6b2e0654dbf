// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** A node of a workflow: its settings, and the node itself or why there is none. */
final class WorkflowNode {
  final int id;
  final String name;
  final Path file;
  final NodeSettings settings;

  /** Null where the node could not be made. */
  final Node node;

  /** What went wrong while loading; null is nothing. */
  final String problem;

  private WorkflowNode(
      int id, String name, Path file, NodeSettings settings, Node node, String problem) {
    this.id = id;
    this.name = name;
    this.file = file;
    this.settings = settings;
    this.node = node;
    this.problem = problem;
  }

  /** The node as messages call it, such as {@code CSV Reader (#1)}. */
  String label() {
    return name + " (#" + id + ")";
  }

  static WorkflowNode load(Path workflow, NodeSettingsRO entry)
      throws IOException, InvalidSettingsException {
    int id = entry.getInt("id");
    Path file = workflow.resolve(entry.getString("node_settings_file"));
    NodeSettings settings = (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
    String folder = file.getParent().getFileName().toString();
    String name = settings.getString("name", folder.replaceAll(" \\(#\\d+\\)$", ""));
    if (!entry.getString("node_type", "NativeNode").equals("NativeNode")) {
      return new WorkflowNode(
          id, name, file, settings, null, "The stand-in runs no components and no metanodes.");
    }
    String factoryName = settings.getString("factory");
    try {
      Optional<NodeFactory<NodeModel>> factory = NodeFinder.find(factoryName);
      if (factory.isEmpty()) {
        String bundle = settings.getString("node-bundle-symbolic-name", "an unknown plug-in");
        String problem =
            "Node \""
                + settings.getString("node-name", name)
                + "\" not available from "
                + bundle
                + " (factory "
                + factoryName
                + ").";
        return new WorkflowNode(id, name, file, settings, null, problem);
      }
      factory.get().loadAdditionalFactorySettings(config(settings, "factory_settings"));
      Node node = new Node(factory.get());
      return new WorkflowNode(id, name, file, settings, node, loadSettings(node, settings));
    } catch (CoreException | RuntimeException | LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      String problem = "Unable to make the node " + factoryName + ": " + cause;
      return new WorkflowNode(id, name, file, settings, null, problem);
    }
  }

  private static String loadSettings(Node node, NodeSettings settings) {
    try {
      NodeSettings model = config(settings, Node.CFG_MODEL);
      if (!model.keySet().isEmpty()) {
        node.validateModelSettings(model);
        node.loadModelSettingsFrom(model);
      }
      if (settings.containsKey("view")) {
        node.validateViewSettings(settings.getNodeSettings("view"));
      }
      return null;
    } catch (InvalidSettingsException e) {
      return "Loading model settings failed: " + e.getMessage();
    }
  }

  /** A sub-config; an empty one where there is none. */
  static NodeSettings config(NodeSettings settings, String key) {
    try {
      return settings.containsKey(key) ? settings.getNodeSettings(key) : new NodeSettings(key);
    } catch (InvalidSettingsException e) {
      return new NodeSettings(key);
    }
  }
}
