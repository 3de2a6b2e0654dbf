// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import static io.github.recluster.core.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
  private static final FeatureTable TABLE =
      FeatureTable.builder(3)
          .numeric("mass", new double[] {1, Double.NaN, 3})
          .nominal("sex", new String[] {"m", null, "f"})
          .nominal("tagged", new int[] {1, 0, FeatureTable.MISSING}, FeatureTable.BOOLEAN)
          .numeric("wing", new double[] {7, 8, 9})
          .build();

  @Test
  @Tag("law")
  void columnsKeepNamesKindsAndValues() {
    assertEquals(List.of("mass", "sex", "tagged", "wing"), TABLE.names());
    assertTrue(TABLE.isNumeric(3));
    assertFalse(TABLE.isNumeric(1));
    assertArrayEquals(new int[] {0, -1, 1}, TABLE.codes(1));
    assertEquals(List.of("m", "f"), TABLE.categories(1));
    assertTrue(TABLE.isMissing(1, 0));
    assertTrue(TABLE.isMissing(1, 1));
    assertFalse(TABLE.isMissing(2, 1));
  }

  @Test
  @Tag("law")
  void chosenColumnsAndRowsComeInTheOrderChosen() {
    assertArrayEquals(new double[] {7, 1, 8, Double.NaN, 9, 3}, TABLE.numericMatrix(3, 0).values());
    FeatureTable some = TABLE.selectColumns(3, 1).selectRows(2, 0, 2);
    assertEquals(List.of("wing", "sex"), some.names());
    assertArrayEquals(new double[] {9, 7, 9}, some.numbers(0));
    assertArrayEquals(new int[] {1, 0, 1}, some.codes(1));
  }

  @Test
  @Tag("edge")
  void mistakesAreNamed() {
    assertRefused("column \"sex\" must be numeric, got nominal", () -> TABLE.numericMatrix(0, 1));
    assertRefused(
        "table must have a column \"age\", got " + TABLE.names(), () -> TABLE.indexOf("age"));
    assertRefused(
        "column \"x\" must have 2 rows, got 1",
        () -> FeatureTable.builder(2).numeric("x", new double[1]));
    assertRefused(
        "column \"x\" must have 2 rows, got 1",
        () -> FeatureTable.builder(2).nominal("x", new String[1]));
    assertRefused(
        "codes must be -1 to 1, got 2 in x",
        () -> FeatureTable.builder(1).nominal("x", new int[] {2}, FeatureTable.BOOLEAN));
    assertRefused("names must differ, got mass twice", () -> TABLE.selectColumns(0, 0));
  }
}
