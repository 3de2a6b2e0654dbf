// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example workflow from end to end, with one thread and with two. */
class ExampleWorkflowTest {
  private static final Pattern WRITTEN =
      Pattern.compile("value=\"(?:knime://knime.workflow/data/)?(out/[^\"]+)\"");

  @TempDir static Path scratch;
  private static Path one;
  private static Path two;
  private static InstalledProgram.Run firstRun;
  private static InstalledProgram.Run secondRun;

  @BeforeAll
  static void runTwice() throws Exception {
    one = SavedWorkflow.copyOfExample(scratch.resolve("one/health-insurance"), 1);
    two = SavedWorkflow.copyOfExample(scratch.resolve("two/health-insurance"), 2);
    firstRun = InstalledProgram.run(one);
    secondRun = InstalledProgram.run(two);
  }

  @Test
  void bothRunsSucceed() {
    assertEquals(0, firstRun.exitCode(), firstRun.console());
    assertEquals(0, secondRun.exitCode(), secondRun.console());
  }

  @Test
  void theThreadsOfEveryNodeAreSet() throws IOException {
    int nodes = 0;
    for (Path settings : settings()) {
      String name = one.relativize(settings).toString();
      String text = Files.readString(settings);
      if (text.contains("key=\"threads\"")) {
        assertTrue(text.contains("<entry key=\"threads\" type=\"xint\" value=\"1\"/>"), name);
        nodes++;
      }
    }
    assertTrue(nodes >= 3, "nodes with threads: " + nodes);
  }

  @Test
  void everyWriterLeavesItsFile() throws IOException {
    int files = 0;
    for (Path settings : settings()) {
      Matcher path = WRITTEN.matcher(Files.readString(settings));
      while (path.find()) {
        Path written = one.resolve("data").resolve(path.group(1));
        assertTrue(Files.exists(written), () -> written + " is missing\n" + firstRun.console());
        assertFalse(filesBelow(written).isEmpty(), () -> written + " is empty");
        files++;
      }
    }
    assertTrue(files >= 7, "writers found: " + files);
  }

  @Test
  void nothingUnfinishedIsLeft() throws IOException {
    for (String name : filesBelow(one.resolve("data/out"))) {
      assertFalse(name.endsWith(".part"), name);
      assertTrue(Files.size(one.resolve("data/out").resolve(name)) > 0, name);
    }
  }

  @Test
  void oneThreadOrTwoGiveTheSameBytes() throws IOException {
    Set<String> names = filesBelow(one.resolve("data/out"));
    assertEquals(names, filesBelow(two.resolve("data/out")));
    Set<String> different = new TreeSet<>();
    for (String name : names) {
      if (Files.mismatch(one.resolve("data/out/" + name), two.resolve("data/out/" + name)) >= 0) {
        different.add(name);
      }
    }
    assertEquals(Set.of(), different);
  }

  @Test
  void picturesArePictures() throws IOException {
    byte[] signature = {(byte) 0x89, 'P', 'N', 'G'};
    for (String name : filesBelow(one.resolve("data/out"))) {
      if (name.endsWith(".png")) {
        byte[] picture = Files.readAllBytes(one.resolve("data/out/" + name));
        assertTrue(picture.length > 5_000, name);
        assertTrue(Arrays.equals(signature, Arrays.copyOf(picture, 4)), name);
      }
    }
  }

  private static Iterable<Path> settings() throws IOException {
    try (Stream<Path> files = Files.walk(one)) {
      return files.filter(file -> file.endsWith("settings.xml")).sorted().toList();
    }
  }

  /** The files below a folder, by their path; a file is below itself, without a name. */
  private static Set<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .forEach(f -> names.add(folder.relativize(f).toString().replace('\\', '/')));
      return names;
    }
  }
}
