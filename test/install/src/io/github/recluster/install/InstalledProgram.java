// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program that p2 installed, started as the launcher starts it: a process of its own. */
final class InstalledProgram {
  static final Path INSTALLED = Path.of(System.getProperty("recluster.installed"));
  static final Path ROOT = Path.of(System.getProperty("recluster.root"));
  private static final long MINUTES = 15;

  private InstalledProgram() {}

  /** How a process ended, and all it printed. */
  record Run(int exitCode, String console) {
    @Override
    public String toString() {
      return "exit " + exitCode + "\n" + console;
    }
  }

  /** Runs the batch application; {@code scratch} takes its workspace and its log. */
  static Run batch(Path scratch, String... arguments) throws IOException, InterruptedException {
    Path log = Files.createTempFile(scratch, "console", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx2g", "-Djava.awt.headless=true"));
    command.addAll(List.of("-jar", launcher().toString(), "-nosplash", "-consoleLog"));
    command.addAll(List.of("-data", Files.createTempDirectory(scratch, "workspace").toString()));
    command.addAll(List.of("-application", "org.knime.product.KNIME_BATCH_APPLICATION"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IOException("Still running after " + MINUTES + " minutes: " + read(log));
    }
    return new Run(process.exitValue(), read(log));
  }

  /** Runs a workflow from its folder, all nodes reset, nothing saved. */
  static Run run(Path workflow, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("-workflowDir=" + workflow, "-reset", "-nosave"));
    all.addAll(List.of(arguments));
    return batch(workflow.toAbsolutePath().getParent(), all.toArray(String[]::new));
  }

  private static Path launcher() throws IOException {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(
            INSTALLED.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
      return found.iterator().next();
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
