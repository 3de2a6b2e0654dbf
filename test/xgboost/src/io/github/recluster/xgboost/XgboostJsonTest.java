// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostJsonTest {
  private static final double TOLERANCE = 1e-6;

  private static XgboostModel read(String text) throws IOException {
    return XgboostJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String golden(String file) throws IOException {
    try (InputStream in = GoldenTrees.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @Tag("golden")
  @ValueSource(strings = {"six", "deep", "stump"})
  void marginsOfPythonsModels(String name) throws Exception {
    GoldenTrees golden = GoldenTrees.read(name);
    Matrix wanted = golden.columns("margin");
    float[] found = golden.ensemble().margins(golden.columns("x"), Parallel.SERIAL);
    for (int i = 0; i < found.length; i++) {
      assertEquals(wanted.get(i, 0), found[i], TOLERANCE, "row " + i);
    }
    try (InputStream in = GoldenTrees.open(name + ".ubj")) {
      XgboostModel binary = XgboostJson.read(in);
      assertEquals("feature 2", binary.featureNames().get(2));
      assertArrayEquals(
          found, binary.ensemble().margins(golden.columns("x"), Parallel.SERIAL), 1e-6f);
    }
  }

  /** Files that those versions of xgboost wrote: base_score as a number, and as a vector of one. */
  @ParameterizedTest
  @Tag("golden")
  @ValueSource(strings = {"1.7", "2.1", "3.0", "3.2"})
  void formsOfOlderVersions(String version) throws Exception {
    GoldenTrees golden = GoldenTrees.read("form_" + version);
    Matrix wanted = golden.columns("margin");
    for (String form : new String[] {".json", ".ubj"}) {
      try (InputStream in = GoldenTrees.open("form_" + version + form)) {
        XgboostModel model = XgboostJson.read(in);
        assertEquals(List.of("a", "b", "c d"), model.featureNames());
        float[] found = model.ensemble().margins(golden.columns("x"), Parallel.SERIAL);
        for (int i = 0; i < found.length; i++) {
          assertEquals(wanted.get(i, 0), found[i], TOLERANCE, form + ", row " + i);
        }
      }
    }
  }

  /** Arrays typed as xgboost types them, so that a file is no larger than its own. */
  @ParameterizedTest
  @Tag("golden")
  @ValueSource(strings = {"six", "deep", "stump"})
  void filesAreAsSmallAsThoseOfXgboost(String name) throws Exception {
    XgboostModel model;
    long json;
    long binary;
    try (InputStream in = GoldenTrees.open(name + ".json");
        InputStream ubj = GoldenTrees.open(name + ".ubj")) {
      byte[] text = in.readAllBytes();
      model = XgboostJson.read(new ByteArrayInputStream(text));
      json = text.length;
      binary = ubj.readAllBytes().length;
    }
    assertTrue(size(model, XgboostJson.Format.JSON) <= json);
    assertTrue(size(model, XgboostJson.Format.UBJ) <= 1.01 * binary);
  }

  private static long size(XgboostModel model, XgboostJson.Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XgboostJson.write(model, format, out);
    return out.size();
  }

  @ParameterizedTest
  @Tag("golden")
  @ValueSource(strings = {"\"5E-1\"", "\"0.5\"", "0.5", "\"[5E-1]\"", "[0.5]"})
  void baseScoreOfAllVersions(String baseScore) throws Exception {
    String text =
        golden("stump.json").replaceAll("\"base_score\":\"[^\"]*\"", "\"base_score\":" + baseScore);
    assertTrue(text.contains("\"base_score\":" + baseScore));
    assertEquals(0f, read(text).ensemble().baseMargin());
  }

  @Test
  @Tag("edge")
  void otherModelsAreRefusedByName() throws Exception {
    String text = golden("stump.json");
    IOException e =
        assertThrows(
            IOException.class,
            () -> read(text.replace("\"name\":\"binary:logistic\"", "\"name\":\"rank:ndcg\"")));
    assertTrue(e.getMessage().contains("rank:ndcg"), e.getMessage());
    e =
        assertThrows(
            IOException.class,
            () -> read(text.replace("\"name\":\"gbtree\"", "\"name\":\"gblinear\"")));
    assertTrue(e.getMessage().contains("gblinear"), e.getMessage());
    e =
        assertThrows(
            IOException.class,
            () -> read(text.replace("\"categories_nodes\":[]", "\"categories_nodes\":[0]")));
    assertTrue(e.getMessage().contains("categories"), e.getMessage());
  }

  @Test
  @Tag("edge")
  void damagedFilesAreRefused() throws Exception {
    String text = golden("stump.json");
    byte[] binary;
    try (InputStream in = GoldenTrees.open("stump.ubj")) {
      binary = in.readAllBytes();
    }
    for (int length = 0; length < text.length() - 60; length += 37) {
      String cut = text.substring(0, length);
      IOException e = assertThrows(IOException.class, () -> read(cut));
      assertTrue(e.getMessage().contains("damaged"), e.getMessage());
    }
    for (int length = 0; length < binary.length - 60; length += 41) {
      byte[] cut = Arrays.copyOf(binary, length);
      IOException e =
          assertThrows(IOException.class, () -> XgboostJson.read(new ByteArrayInputStream(cut)));
      assertTrue(e.getMessage().contains("damaged"), e.getMessage());
    }
  }
}
