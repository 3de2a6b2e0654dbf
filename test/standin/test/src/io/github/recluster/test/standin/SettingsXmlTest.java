// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

class SettingsXmlTest {
  static List<Path> saved() throws IOException {
    try (Stream<Path> files = Files.walk(Samples.root())) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().matches(".*(settings.*\\.xml|workflow\\.knime)"))
          .toList();
    }
  }

  @Tag("golden")
  @ParameterizedTest
  @MethodSource("saved")
  void whatKnimeSavedIsWrittenAgainByteForByte(Path file) throws IOException {
    NodeSettingsRO settings = NodeSettings.loadFromXML(Files.newInputStream(file));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    settings.saveToXML(out);
    assertEquals(Files.readString(file), out.toString(StandardCharsets.UTF_8));
  }

  private static NodeSettingsRO again(NodeSettings settings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    settings.saveToXML(out);
    return NodeSettings.loadFromXML(new ByteArrayInputStream(out.toByteArray()));
  }

  @Tag("same")
  @Test
  void everyKindOfValueComesBack() throws Exception {
    NodeSettings settings = new NodeSettings("all");
    settings.addString("text", "a<b> & \"c\" \t\n\u0000 %% %%00010 ü 😀");
    settings.addString("none", null);
    settings.addString("empty", "");
    settings.addDouble("pi", Math.PI);
    settings.addDouble("nan", Double.NaN);
    settings.addLong("big", Long.MIN_VALUE);
    settings.addChar("char", '\t');
    settings.addBoolean("yes", true);
    settings.addStringArray("names", "a", null, "");
    settings.addStringArray("noArray", (String[]) null);
    settings.addDataCell("cell", new DoubleCell(0.1));
    settings.addDataType("type", StringCell.TYPE);
    NodeSettingsRO loaded = again(settings);
    assertEquals(settings, loaded);
    assertEquals(settings.getString("text"), loaded.getString("text"));
    assertEquals(null, loaded.getString("none"));
    assertEquals(Double.NaN, loaded.getDouble("nan"));
    assertEquals('\t', loaded.getChar("char"));
    assertArrayEquals(new String[] {"a", null, ""}, loaded.getStringArray("names"));
    assertEquals(null, loaded.getStringArray("noArray"));
    assertEquals(new DoubleCell(0.1), loaded.getDataCell("cell"));
    assertEquals(StringCell.TYPE, loaded.getDataType("type"));
  }

  @Tag("edge")
  @Test
  void aMissingKeyOrAnotherTypeIsAnErrorWithoutAFallback() {
    NodeSettings settings = new NodeSettings("some");
    settings.addInt("one", 1);
    assertThrows(InvalidSettingsException.class, () -> settings.getInt("two"));
    assertThrows(InvalidSettingsException.class, () -> settings.getDouble("one"));
    assertEquals(2, settings.getInt("two", 2));
    assertEquals(2.5, settings.getDouble("one", 2.5));
  }

  @Tag("edge")
  @Test
  void aFileThatIsNotSettingsIsAnIOException() {
    byte[] bytes = "not xml".getBytes(StandardCharsets.UTF_8);
    assertThrows(
        IOException.class, () -> NodeSettings.loadFromXML(new ByteArrayInputStream(bytes)));
  }
}
