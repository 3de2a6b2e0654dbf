// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.recluster.core.data.CategoryEncoding.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CategoryEncodingTest {
  private static final double NAN = Double.NaN;

  private static FeatureTable islands(String... texts) {
    return FeatureTable.builder(texts.length).nominal("island", texts).build();
  }

  private static double[] encode(CategoryEncoding coding, FeatureTable table) {
    double[] out = new double[table.rows() * coding.width()];
    coding.apply(table, 0, out, 0, coding.width());
    return out;
  }

  @Test
  @Tag("law")
  void labelsFollowTheSortedCategoriesWhateverTheOrderOfRows() {
    FeatureTable table = islands("Torgersen", "Biscoe", null, "Dream", "Biscoe");
    CategoryEncoding coding = CategoryEncoding.fit(table, 0, Kind.LABEL);
    assertArrayEquals(new double[] {2, 0, NAN, 1, 0}, encode(coding, table));
    FeatureTable shuffled = islands("Dream", "Torgersen", "Biscoe", "Biscoe", null);
    assertEquals(coding.categories(), CategoryEncoding.fit(shuffled, 0, Kind.LABEL).categories());
  }

  @Test
  @Tag("law")
  void oneHotMarksTheRowsOwnCategory() {
    FeatureTable table = islands("b", "a", null);
    CategoryEncoding coding = CategoryEncoding.fit(table, 0, Kind.ONE_HOT);
    assertEquals(List.of("island=a", "island=b"), coding.names("island"));
    assertArrayEquals(new double[] {0, 1, 1, 0, NAN, NAN}, encode(coding, table));
  }

  @Test
  @Tag("edge")
  void anUnknownCategoryIsMissingAsALabelAndZeroOneHot() {
    FeatureTable old = islands("a", "c");
    FeatureTable fresh = islands("b", "c", null);
    CategoryEncoding label = CategoryEncoding.fit(old, 0, Kind.LABEL);
    assertArrayEquals(new double[] {NAN, 1, NAN}, encode(label, fresh));
    assertEquals(1, label.countUnknown(fresh, 0));
    assertEquals(0, label.countUnknown(old, 0));
    CategoryEncoding oneHot = CategoryEncoding.fit(old, 0, Kind.ONE_HOT);
    assertArrayEquals(new double[] {0, 0, 0, 1, NAN, NAN}, encode(oneHot, fresh));
  }

  @Test
  @Tag("edge")
  void onlyCategoriesThatOccurAreLearned() {
    FeatureTable table =
        FeatureTable.builder(2).nominal("x", new int[] {2, 0}, List.of("c", "b", "a")).build();
    assertEquals(List.of("a", "c"), CategoryEncoding.fit(table, 0, Kind.LABEL).categories());
  }

  @Test
  @Tag("same")
  void savedAndLoadedItEncodesTheSame() throws IOException {
    FeatureTable table = islands("ü", "", "z", "é");
    CategoryEncoding coding = CategoryEncoding.fit(table, 0, Kind.ONE_HOT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    coding.write(new DataOutputStream(bytes));
    CategoryEncoding read =
        CategoryEncoding.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertEquals(Kind.ONE_HOT, read.kind());
    assertEquals(coding.categories(), read.categories());
    assertArrayEquals(encode(coding, table), encode(read, table));
  }

  @Test
  @Tag("edge")
  void aNumericColumnIsRefusedByName() {
    FeatureTable table = FeatureTable.builder(1).numeric("mass", new double[] {1}).build();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> CategoryEncoding.fit(table, 0, Kind.LABEL));
    assertEquals("column \"mass\" must be nominal, got numeric", e.getMessage());
  }
}
