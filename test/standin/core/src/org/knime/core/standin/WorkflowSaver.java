// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.util.FileUtil;

/** Saves a workflow: settings as they were, all nodes reset. */
final class WorkflowSaver {
  private WorkflowSaver() {}

  static void save(Workflow workflow, Path target) throws IOException, InvalidSettingsException {
    if (!target.toAbsolutePath().normalize().equals(workflow.folder)) {
      FileUtil.copyDir(workflow.folder.toFile(), target.toFile());
    }
    NodeSettings variables = new NodeSettings("workflow_variables");
    int index = 0;
    for (FlowVariable variable : workflow.variables.values()) {
      variable.save(variables.addNodeSettings("Var_" + index++));
    }
    if (index > 0) {
      workflow.settings.addNodeSettings(variables);
    }
    workflow.settings.addString("state", "IDLE");
    write(workflow.settings, target.resolve(Workflow.FILE));
    for (WorkflowNode node : workflow.nodes.values()) {
      if (node.node != null) {
        reset(node.settings);
        write(node.settings, target.resolve(workflow.folder.relativize(node.file)));
      }
    }
  }

  /** A node that holds nothing: the files of old results are not mentioned any more. */
  private static void reset(NodeSettings settings) throws InvalidSettingsException {
    if (!settings.getString("state", "IDLE").equals("EXECUTED")) {
      return;
    }
    settings.addString("state", "CONFIGURED");
    settings.addBoolean("hasContent", false);
    NodeSettings ports = WorkflowNode.config(settings, "ports");
    for (String key : ports) {
      NodeSettings port = ports.getNodeSettings(key);
      for (String entry : List.copyOf(port.keySet())) {
        if (!entry.equals("index")) {
          port.removeConfig(entry);
        }
      }
      port.addString("port_dir_location", null);
    }
  }

  private static void write(NodeSettings settings, Path file) throws IOException {
    settings.saveToXML(Files.newOutputStream(file));
  }

  /** Zips a workflow's folder; in the archive it has the name of the workflow. */
  static void zip(Path folder, String workflow, Path file) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path entry : files) {
        String name = workflow + "/" + folder.relativize(entry).toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(entry, zip);
      }
    }
  }

  /** Unzips a workflow into a new folder and gives the folder of the workflow itself. */
  static Path unzip(Path file) throws IOException {
    Path root = FileUtil.createTempDir("workflow").toPath().toRealPath();
    try (var zip = new java.util.zip.ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException("The archive holds a path outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
    return root;
  }
}
