// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.hdbscan.Hdbscan;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.core.scaling.Scaler;
import io.github.recluster.core.scaling.ScalerModel;
import io.github.recluster.core.scaling.ScalerOptions;
import io.github.recluster.core.umap.Umap;
import io.github.recluster.core.umap.UmapModel;
import io.github.recluster.core.umap.UmapOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "This .* file is damaged or cut short\\.|This is no .* file\\.|This file holds another"
              + " model: .* instead of .*\\.|This .* was written by a newer version of Recluster .*",
          Pattern.DOTALL);

  private interface Writer {
    void write(OutputStream out) throws IOException;
  }

  private interface Reader {
    void read(InputStream in) throws IOException;
  }

  private static byte[] bytes(Writer model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  private static Matrix rows() {
    double[] values = new double[80];
    Arrays.setAll(values, i -> Seeds.uniform(1, i) + i / 40 * 9);
    return Matrix.of(40, 2, values);
  }

  /** A bit of each third byte, and each third end, in turn. */
  private static void assertRefused(byte[] model, Reader reader) {
    for (int i = 0; i < model.length; i += 3) {
      byte[] changed = model.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      changed[i] ^= (byte) (i % 3 == 0 ? 0x40 : 0);
      if (changed[i] != model[i]) {
        assertSentence(changed, reader, "byte " + i);
      }
      assertSentence(Arrays.copyOf(model, i), reader, "cut at " + i);
    }
  }

  private static void assertSentence(byte[] damaged, Reader reader, String how) {
    IOException e =
        assertThrows(IOException.class, () -> reader.read(new ByteArrayInputStream(damaged)), how);
    assertTrue(SENTENCE.matcher(e.getMessage()).matches(), how + ": " + e.getMessage());
  }

  @Test
  @Tag("edge")
  void damageIsSaidInASentence() throws IOException {
    Matrix x = rows();
    HdbscanOptions options = HdbscanOptions.DEFAULTS.withMinClusterSize(5).withMinSamples(2);
    assertRefused(bytes(Hdbscan.fit(x, options, Parallel.SERIAL)::write), HdbscanModel::read);
    assertRefused(
        bytes(Umap.fit(x, UmapOptions.DEFAULTS.withEpochs(5), Parallel.SERIAL)::write),
        UmapModel::read);
    FeatureTable table =
        FeatureTable.builder(40)
            .numeric("a", x.column(0))
            .nominal("b", new int[40], List.of("only"))
            .build();
    assertRefused(
        bytes(Scaler.fit(table, ScalerOptions.DEFAULTS, Parallel.SERIAL)::write),
        ScalerModel::read);
  }

  private static String refusal(byte[] file) {
    return assertThrows(
            IOException.class,
            () ->
                ModelFile.read(
                    new ByteArrayInputStream(file), "small model", 2, (in, version) -> version))
        .getMessage();
  }

  @Test
  @Tag("edge")
  void otherFilesAreRefusedByWhatTheyAre() throws IOException {
    Writer none = out -> ModelFile.write(out, "small model", 2, body -> {});
    InputStream known = new ByteArrayInputStream(bytes(none));
    int found = ModelFile.read(known, "small model", 2, (in, version) -> version);
    assertEquals(2, found);
    assertEquals(
        "This file holds another model: large model instead of small model.",
        refusal(bytes(out -> ModelFile.write(out, "large model", 1, body -> {}))));
    assertEquals(
        "This small model was written by a newer version of Recluster (format 3, this version reads"
            + " up to 2): update Recluster to read it.",
        refusal(bytes(out -> ModelFile.write(out, "small model", 3, body -> {}))));
    assertEquals(
        "This small model file is damaged or cut short.",
        refusal(bytes(out -> ModelFile.write(out, "small model", 0, body -> {}))));
    assertEquals("This is no small model file.", refusal(new byte[40]));
    byte[] file = bytes(out -> ModelFile.write(out, "small model", 2, body -> body.writeInt(5)));
    assertEquals("This small model file is damaged or cut short.", refusal(file));
  }

  @Test
  @Tag("same")
  void numbersAndTextsComeBack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    double[] doubles = {1.5, Double.NaN, -0.0};
    float[] floats = {1.5f, Float.NEGATIVE_INFINITY};
    int[] ints = {Integer.MIN_VALUE, 7};
    String[] strings = {"", "ü €", "x".repeat(70_000)};
    ModelFile.writeDoubles(out, doubles);
    ModelFile.writeFloats(out, floats);
    ModelFile.writeInts(out, ints);
    ModelFile.writeStrings(out, strings);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertArrayEquals(doubles, ModelFile.readDoubles(in));
    assertArrayEquals(floats, ModelFile.readFloats(in));
    assertArrayEquals(ints, ModelFile.readInts(in));
    assertArrayEquals(strings, ModelFile.readStrings(in));
    assertEquals(0, in.available());
    byte[] negative = {-1, 0, 0, 0};
    assertThrows(
        IOException.class,
        () -> ModelFile.readInts(new DataInputStream(new ByteArrayInputStream(negative))));
  }

  @Test
  @Tag("edge")
  void aDamagedNumberOfRowsAsksForNoMemory() throws IOException {
    byte[] model = bytes(Hdbscan.fit(rows(), HdbscanOptions.DEFAULTS, Parallel.SERIAL)::write);
    int merges = 39;
    int rows = model.length - 8 - (4 + 8 * merges) - 2 * (4 + 4 * merges) - 4;
    assertEquals(40, model[rows + 3], "the number of rows of the tree");
    model[rows] = 0x3f;
    assertSentence(model, HdbscanModel::read, "a thousand million rows");
  }

  @Test
  @Tag("edge")
  void aDamagedArchiveAroundAModelIsADamagedModel() throws IOException {
    byte[] model = bytes(Umap.fit(rows(), UmapOptions.DEFAULTS, Parallel.SERIAL)::write);
    InputStream archive =
        new FilterInputStream(new ByteArrayInputStream(model)) {
          private int left = 100;

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
              throw new ZipException("invalid distance too far back");
            }
            int got = super.read(into, from, Math.min(left, length));
            left -= got;
            return got;
          }
        };
    IOException e = assertThrows(IOException.class, () -> UmapModel.read(archive));
    assertEquals("This UMAP model file is damaged or cut short.", e.getMessage());
  }
}
