// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.standin.BatchOptions.WrongArgument;
import org.knime.core.util.FileUtil;

/** Loads, executes and saves one workflow, with KNIME's exit codes. */
public final class BatchRun {
  static final int OK = 0;
  static final int WRONG_ARGUMENTS = 2;
  static final int NOT_LOADED = 3;
  static final int NOT_EXECUTED = 4;
  private static final long CANCEL_SECONDS = 30;

  private final BatchOptions options;
  private final PrintStream out;

  private BatchRun(BatchOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Runs with the arguments of KNIME's batch application and gives its exit code. */
  public static int run(PrintStream out, String... args) {
    if (args.length == 0) {
      out.println(BatchOptions.USAGE);
      return OK;
    }
    try {
      return new BatchRun(BatchOptions.parse(args), out).run();
    } catch (WrongArgument e) {
      out.println("ERROR " + e.getMessage());
      return WRONG_ARGUMENTS;
    }
  }

  private int run() {
    try {
      Path folder = folder();
      WorkflowFolder.set(folder);
      Workflow workflow = Workflow.load(folder);
      if (hasProblems(workflow) && options.failOnLoadError) {
        out.println("ERROR Error(s) during workflow loading.");
        return NOT_LOADED;
      }
      setVariables(workflow);
      setOptions(workflow);
      return executeAndSave(workflow);
    } catch (WrongArgument e) {
      out.println("ERROR " + e.getMessage());
      return WRONG_ARGUMENTS;
    } catch (IOException | InvalidSettingsException | RuntimeException e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      out.println("ERROR The workflow can't be loaded: " + message);
      return NOT_LOADED;
    }
  }

  /** The folder with the workflow; in an archive it may lie one folder down. */
  private Path folder() throws IOException {
    Path root =
        options.workflow.isFile()
            ? WorkflowSaver.unzip(options.workflow.toPath())
            : options.workflow.toPath().toAbsolutePath().normalize();
    if (Files.exists(root.resolve(Workflow.FILE))) {
      return root;
    }
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(child -> Files.exists(child.resolve(Workflow.FILE)))
          .sorted()
          .findFirst()
          .orElse(root);
    }
  }

  private boolean hasProblems(Workflow workflow) {
    boolean found = false;
    for (WorkflowNode node : workflow.nodes.values()) {
      if (node.problem != null) {
        found = true;
        if (options.failOnLoadError) {
          out.println("ERROR " + node.label() + ": " + node.problem);
        }
      }
    }
    return found;
  }

  private void setVariables(Workflow workflow) {
    for (FlowVariable variable : options.variables) {
      if (!workflow.variables.containsKey(variable.getName())) {
        out.printf(
            "WARN  The workflow variable is potentially unused (not defined in workflow): \"%s\""
                + " (%s)%n",
            variable.getName(), variable.getType());
      }
      workflow.variables.put(variable.getName(), variable);
    }
  }

  private void setOptions(Workflow workflow) throws InvalidSettingsException, WrongArgument {
    for (BatchOptions.NodeOption option : options.nodeOptions) {
      WorkflowNode node = workflow.nodes.get(option.node());
      if (node == null) {
        out.println("WARN  No node with id [" + option.node() + "] found.");
        continue;
      }
      NodeSettings settings = node.settings.getNodeSettings(Node.CFG_MODEL);
      List<String> path = option.path();
      for (String key : path.subList(0, path.size() - 1)) {
        settings = settings.getNodeSettings(key);
      }
      setOption(settings, path.get(path.size() - 1), option);
    }
  }

  private static void setOption(ConfigBase settings, String key, BatchOptions.NodeOption option)
      throws WrongArgument {
    String value = option.value();
    try {
      switch (option.type()) {
        case "int" -> settings.addInt(key, Integer.parseInt(value));
        case "long" -> settings.addLong(key, Long.parseLong(value));
        case "short" -> settings.addShort(key, Short.parseShort(value));
        case "byte" -> settings.addByte(key, Byte.parseByte(value));
        case "boolean" -> settings.addBoolean(key, Boolean.parseBoolean(value));
        case "char" -> settings.addChar(key, value.charAt(0));
        case "float", "double" -> settings.addDouble(key, Double.parseDouble(value));
        case "String" -> settings.addString(key, value);
        default -> throw new WrongArgument("Unknown option type for " + key + ": " + option.type());
      }
    } catch (NumberFormatException e) {
      throw new WrongArgument("Not a value for " + key + ": " + value);
    }
  }

  private int executeAndSave(Workflow workflow) {
    boolean executed = true;
    WorkflowRun run = new WorkflowRun(workflow, new Console(out));
    CountDownLatch done = new CountDownLatch(1);
    Thread canceler = canceler(run, done);
    Runtime.getRuntime().addShutdownHook(canceler);
    try {
      if (!options.noExecute) {
        executed = run.execute();
      }
      if (!options.noSave) {
        save(workflow);
      }
    } catch (CanceledExecutionException e) {
      out.println("WARN  Workflow execution canceled");
      return NOT_EXECUTED;
    } catch (IOException | InvalidSettingsException e) {
      out.println("ERROR The workflow can't be saved: " + e.getMessage());
      return NOT_EXECUTED;
    } finally {
      out.flush();
      done.countDown();
      unhook(canceler);
    }
    return executed ? OK : NOT_EXECUTED;
  }

  /** When the process is told to end: cancels the node, and lets it end in order. */
  private static Thread canceler(WorkflowRun run, CountDownLatch done) {
    return new Thread(
        () -> {
          run.cancel();
          try {
            if (!done.await(CANCEL_SECONDS, TimeUnit.SECONDS)) {
              System.err.println("The node did not stop");
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "cancel");
  }

  private static void unhook(Thread canceler) {
    try {
      Runtime.getRuntime().removeShutdownHook(canceler);
    } catch (IllegalStateException e) {
      // The process is ending already.
    }
  }

  private void save(Workflow workflow) throws IOException, InvalidSettingsException {
    Path zip = options.workflow.isFile() ? options.workflow.toPath() : null;
    String name = workflow.settings.getString("name", "workflow");
    if (options.destFile != null) {
      Path folder = FileUtil.createTempDir("saved").toPath();
      WorkflowSaver.save(workflow, folder);
      WorkflowSaver.zip(folder, name, options.destFile.toPath());
    } else if (options.destDir != null) {
      WorkflowSaver.save(workflow, options.destDir.toPath());
    } else {
      WorkflowSaver.save(workflow, workflow.folder);
      if (zip != null) {
        WorkflowSaver.zip(workflow.folder, name, zip);
      }
    }
  }
}
