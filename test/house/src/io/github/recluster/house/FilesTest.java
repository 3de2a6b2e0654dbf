// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.house;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The habits of the house that a look at its files tells: license line, size, and no places. */
class FilesTest {
  private static final Path ROOT = Path.of(System.getProperty("recluster.root"));
  private static final String SPDX = "// SPDX-License-Identifier: Apache-2.0\n";
  private static final int LONGEST = 400;

  /** Hosts that a build asks for packages; written in pieces, since this file is read as well. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(repo1?\\.maven\\.|repo\\.maven\\.apache|central\\.sonatype|oss\\.sonatype|plugins\\.gradle|"
              + "registry\\.npmjs|registry\\.yarnpkg|pypi\\.org|pythonhosted|proxy\\.golang|"
              + "static\\.crates|index\\.crates|conda\\.anaconda)[.a-z/]");

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.}/-])/(work|root)/|(?<![\\w.}/-])/home/[a-z]+/");

  private static List<Path> files;

  @BeforeAll
  static void list() throws IOException {
    files = new ArrayList<>();
    for (String top :
        List.of(
            "plugin",
            "feature",
            "update-site",
            "test",
            ".mvn",
            ".ci",
            "pom.xml",
            "README.md",
            "recluster")) {
      if (Files.exists(ROOT.resolve(top))) {
        Files.walkFileTree(ROOT.resolve(top), new Sources());
      }
    }
    assertTrue(files.size() > 300, () -> "only " + files.size() + " files found");
  }

  @Test
  void everyJavaFileStartsWithTheLicenseLine() {
    assertEquals(List.of(), offenders(file -> java(file) && !text(file).startsWith(SPDX)));
  }

  @Test
  void noFileNamesARegistryHostOrAPlaceOnAMachine() {
    String self = "FilesTest.java";
    assertEquals(
        List.of(),
        offenders(
            file ->
                !file.endsWith(self)
                    && (REGISTRY.matcher(text(file)).find()
                        || MACHINE_PATH.matcher(text(file)).find())));
  }

  @Test
  void noJavaFileIsLongerThan400Lines() {
    assertEquals(List.of(), offenders(file -> java(file) && text(file).lines().count() > LONGEST));
  }

  private static boolean java(Path file) {
    return file.toString().endsWith(".java");
  }

  private static List<String> offenders(Predicate<Path> guilty) {
    return files.stream()
        .filter(guilty)
        .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
        .sorted()
        .toList();
  }

  /** What a file says, byte for byte a character; nothing of a binary or very large one. */
  private static String text(Path file) {
    try {
      if (Files.size(file) > 2_000_000) {
        return "";
      }
      String text = new String(Files.readAllBytes(file), ISO_8859_1);
      return text.indexOf('\0') < 0 ? text : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file but what builds leave. */
  private static final class Sources extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName().toString();
      return name.equals("target") || name.equals("node_modules") || name.equals("__pycache__")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.add(file);
      return FileVisitResult.CONTINUE;
    }
  }
}
