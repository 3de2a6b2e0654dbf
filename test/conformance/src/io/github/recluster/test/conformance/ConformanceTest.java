// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bundles as built, against real KNIMEs where lists of their signatures are at hand. */
@Tag("law")
class ConformanceTest {
  private static final Path ROOT = Path.of(System.getProperty("recluster.root"));

  @Test
  void bundlesFitRealKnime() {
    String lists = System.getProperty("knime.api", "");
    assumeFalse(
        lists.isBlank(),
        "no signature list of a real KNIME: name some with -Dknime.api=FILE"
            + File.pathSeparator
            + "FILE");
    List<String> violations =
        Stream.of(lists.split(File.pathSeparator))
            .map(path -> SignatureList.read(Path.of(path)))
            .flatMap(
                list ->
                    Conformance.ofBuild(list, ROOT).violations().stream()
                        .map(violation -> list + ": " + violation))
            .toList();
    assertEquals("", String.join("\n", violations));
  }

  @Test
  void usedMembersAreListed() throws IOException {
    Path file = ROOT.resolve("test/conformance/knime-members.txt");
    List<String> used =
        Conformance.used(
            ClassFiles.ofJars(ClassFiles.jarOf(ROOT, "plugin/nodes")),
            Conformance.standIns(ROOT),
            name -> name.startsWith("org.knime."));
    if (Boolean.getBoolean("knime.members.write")) {
      Files.write(file, used);
    }
    assertEquals(
        String.join("\n", used),
        String.join("\n", Files.readAllLines(file)),
        "knime-members.txt is stale: write it anew with -Dknime.members.write=true");
  }
}
