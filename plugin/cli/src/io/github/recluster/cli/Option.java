// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

/**
 * An option of a stage: {@code --name VALUE}.
 *
 * @param name without the dashes
 * @param value what it is without being given; empty if it may be left out; null if it must be
 *     given
 * @param help one line
 */
record Option(String name, String value, String help) {
  static final Option IN = new Option("in", null, "the table: a CSV file with a header line");
  static final Option OUT = new Option("out", null, "the CSV file to write");
  static final Option THREADS =
      new Option("threads", "0", "number of threads, 0 = all; never changes a result");
  static final Option SEED = new Option("seed", "7", "where all random numbers come from");

  String usage() {
    String given =
        value == null ? "  (required)" : value.isEmpty() ? "" : "  (default: " + value + ")";
    return String.format("  --%-18s %s%s", name, help, given);
  }
}
