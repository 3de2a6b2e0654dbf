// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import java.io.IOException;
import java.util.List;

/** One stage as a command. */
interface Stage {
  String name();

  /** One line: what it does and writes. */
  String summary();

  List<Option> options();

  /** Reads, works, writes. */
  void run(Arguments arguments, Run run) throws IOException;
}
