// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.compute.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The stage command: {@code Main NAME --in TABLE.csv --out RESULT.csv …}.
 *
 * <p>Exit codes: 0; 2 for a wrong option or bad input, with one line on standard error; 4 for a run
 * that failed. The last line on standard output is one JSON object. The launcher sets {@code
 * -Drecluster.progress=true} where standard error is a terminal.
 */
public final class Main {
  private static final int OK = 0;
  private static final int WRONG = 2;
  private static final int FAILED = 4;

  private static final List<Stage> STAGES =
      List.of(
          new ScaleStage(),
          new KnnStage(),
          new UmapStage(),
          ModelStage.UMAP_TRANSFORM,
          ModelStage.UMAP_INVERSE,
          new HdbscanStage(),
          ModelStage.HDBSCAN_PREDICT,
          new OvrStage(),
          new ShapStage(),
          new StabilityStage(),
          new PipelineStage());

  /** What the core calls an option that has a name of its own here. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("clusterSelectionEpsilon", "epsilon", "learningRate", "eta", "maxDepth", "depth");

  private Main() {}

  /** Runs and exits. */
  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, words));
  }

  /** Runs; returns the exit code. */
  static int run(PrintStream out, PrintStream err, String... words) {
    ProgressBar bar = new ProgressBar(err);
    try {
      return run(out, Boolean.getBoolean("recluster.progress") ? bar : Progress.NONE, words);
    } catch (InputException | IllegalArgumentException e) {
      return fail(WRONG, bar, err, words, e.getMessage());
    } catch (OutOfMemoryError e) {
      return fail(FAILED, bar, err, words, "not enough memory: give more with --heap");
    } catch (IOException | UncheckedIOException e) {
      return fail(FAILED, bar, err, words, "cannot write: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      bar.clear();
      e.printStackTrace(err);
      return fail(FAILED, bar, err, words, "failed: " + e);
    } finally {
      bar.clear();
    }
  }

  private static int fail(
      int code, ProgressBar bar, PrintStream err, String[] words, String message) {
    bar.clear();
    String stage = words.length > 0 && !words[0].startsWith("-") ? " " + words[0] : "";
    err.println("recluster stage" + stage + ": " + String.valueOf(message).replace('\n', ' '));
    return code;
  }

  private static int run(PrintStream out, Progress progress, String... words) throws IOException {
    List<String> given = Arrays.asList(words);
    if (given.isEmpty()) {
      throw new InputException("a stage must be given: " + names());
    }
    if (isHelp(given.get(0))) {
      out.print(usage());
      return OK;
    }
    Stage stage =
        STAGES.stream()
            .filter(known -> known.name().equals(given.get(0)))
            .findFirst()
            .orElseThrow(() -> new InputException("there is no such stage; there are " + names()));
    List<String> rest = given.subList(1, given.size());
    if (rest.stream().anyMatch(Main::isHelp)) {
      out.print(usage(stage));
      return OK;
    }
    Arguments arguments = Arguments.parse(rest, stage.options());
    try {
      Run run = new Run(arguments.whole("threads"), progress);
      stage.run(arguments, run);
      out.println(run.json(stage.name()));
      return OK;
    } catch (IllegalArgumentException e) {
      throw new InputException(inOptions(e.getMessage(), stage.options()));
    }
  }

  /** The core begins a message with its own name of what is wrong: the user typed an option. */
  private static String inOptions(String message, List<Option> options) {
    String name = String.valueOf(message).replaceFirst(" must be (?s).*", "");
    String option = OTHER_NAMES.getOrDefault(name, name.replaceAll("([A-Z])", "-$1"));
    String typed = option.toLowerCase(Locale.ROOT);
    return options.stream().anyMatch(known -> known.name().equals(typed))
        ? "--" + typed + message.substring(name.length())
        : message;
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h");
  }

  private static String names() {
    return String.join(", ", STAGES.stream().map(Stage::name).toList());
  }

  private static String usage() {
    StringBuilder text = new StringBuilder("Usage: recluster stage NAME OPTIONS\n\n");
    for (Stage stage : STAGES) {
      text.append(String.format("  %-15s %s%n", stage.name(), stage.summary()));
    }
    return text + "\nrecluster stage NAME --help lists the options of a stage.\n";
  }

  private static String usage(Stage stage) {
    StringBuilder text = new StringBuilder();
    text.append("Usage: recluster stage ").append(stage.name()).append(" OPTIONS\n");
    text.append(stage.summary()).append("\n\n");
    for (Option option : stage.options()) {
      text.append(option.usage()).append('\n');
    }
    return text.toString();
  }
}
