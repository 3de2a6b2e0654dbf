// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @Tag("edge")
  void aFailedWriteLeavesWhatWasThere() throws IOException {
    Path target = folder.resolve("t");
    WholeFile.write(target, out -> out.write('1'));
    assertThrows(
        IOException.class,
        () ->
            WholeFile.write(
                target,
                out -> {
                  out.write(new byte[1 << 20]);
                  assertEquals("1", Files.readString(target)); // not before the end
                  throw new IOException("full");
                }));
    assertEquals("1", Files.readString(target));
    assertEquals(List.of("t"), names());
    WholeFile.write(target, out -> out.write('2'));
    assertEquals("2", Files.readString(target));
  }

  @Test
  @Tag("edge")
  void whatCannotBeWrittenIsNamedWithTheReason() {
    Path target = folder.resolve("none/t");
    IOException failure =
        assertThrows(IOException.class, () -> WholeFile.write(target, out -> out.write('1')));
    assertEquals(target + ": no file can be made there", failure.getMessage());
  }

  @Test
  @Tag("edge")
  void aFolderOfModelsHoldsThoseOfOneRun() throws IOException {
    Files.writeString(folder.resolve("7.json"), "of an earlier run");
    Files.writeString(folder.resolve("notes.json"), "somebody's");
    ModelFolder.write(folder, List.of(), List.of(), List.of());
    assertEquals(List.of("notes.json"), names());
  }
}
