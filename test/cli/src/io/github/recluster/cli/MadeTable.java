// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.compute.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table of three clusters and noise. */
final class MadeTable {
  private MadeTable() {}

  static void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("x,label,y,z\n");
    for (int i = 0; i < 600; i++) {
      int group = Seeds.below(1, i, 4) - 1; // -1 is noise
      double x = 3 * group + Seeds.uniform(2, i);
      double y = Seeds.uniform(3, i) * (group + 2);
      text.append(x + "," + group + "," + y + "," + Seeds.below(4, i, 9) + "\n");
    }
    Files.writeString(file, text);
  }
}
