// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.nodes.table.MissingValues;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

class TableReaderTest {
  private static final DataTableSpec SPEC =
      new DataTableSpec(
          Samples.column("x", DoubleCell.TYPE),
          Samples.column("text", StringCell.TYPE),
          Samples.column("yes", BooleanCell.TYPE));

  private static BufferedDataTable table(double... xs) {
    DataCell[][] rows = new DataCell[xs.length][];
    for (int i = 0; i < xs.length; i++) {
      rows[i] =
          new DataCell[] {
            new DoubleCell(xs[i]),
            i == 1 ? DataType.getMissingCell() : new StringCell(i % 2 == 0 ? "b" : "a"),
            BooleanCell.get(i == 2)
          };
    }
    return NodeRun.table(SPEC, rows);
  }

  private static TableRows read(TableReader reader, BufferedDataTable table) throws Exception {
    return reader.read(table, NodeRun.exec());
  }

  @Test
  @Tag("edge")
  void nanAndInfinitiesAreMissing() throws Exception {
    TableRows rows =
        read(
            TableReader.numbers(List.of("x")),
            table(1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -5));
    assertArrayEquals(
        new double[] {1, Double.NaN, Double.NaN, Double.NaN, -5}, rows.features().numbers(0));
    TableRows complete = rows.complete(MissingValues.SKIP);
    assertArrayEquals(new double[] {1, -5}, complete.matrix().values());
    assertArrayEquals(new int[] {0, 4}, complete.positions());
    assertArrayEquals(new String[] {"Row0", "Row4"}, complete.keys());
    assertArrayEquals(new int[] {0, -1, -1, -1, 1}, complete.indexOfTableRow());
    assertEquals(
        "3 of 5 rows were skipped because a value is missing (the first: row \"Row1\", column"
            + " \"x\", which holds NaN or an infinity).",
        complete.skippedWarning().orElseThrow());
  }

  @Test
  @Tag("edge")
  void failingNamesTheFirstMissingValue() throws Exception {
    TableRows rows = read(TableReader.features(List.of("x", "text")), table(1, 2, 3));
    KNIMEException e = assertThrows(KNIMEException.class, () -> rows.complete(MissingValues.FAIL));
    assertTrue(e.getMessage().contains("row \"Row1\", column \"text\""), e.getMessage());
  }

  @Test
  @Tag("law")
  void columnsAreReadAsWhatTheyAre() throws Exception {
    FeatureTable features =
        read(TableReader.features(List.of("yes", "text", "x")), table(7, 8, 9)).features();
    assertEquals(List.of("yes", "text", "x"), features.names());
    assertEquals(FeatureTable.BOOLEAN, features.categories(0));
    assertArrayEquals(new int[] {0, 0, 1}, features.codes(0));
    assertEquals("b", features.categories(1).get(features.codes(1)[0]));
    assertEquals(FeatureTable.MISSING, features.codes(1)[1]);
    assertArrayEquals(new double[] {7, 8, 9}, features.numbers(2));
  }

  @Test
  @Tag("law")
  void booleansAreOneAndZeroWhereNumbersAreWanted() throws Exception {
    TableRows rows = read(TableReader.numbers(List.of("yes", "x")), table(7, 8, 9));
    assertArrayEquals(new double[] {0, 7, 0, 8, 1, 9}, rows.matrix().values());
  }

  @Test
  @Tag("edge")
  void anEmptyTableHasNoRows() throws Exception {
    TableRows rows = read(TableReader.features(List.of("x", "text", "yes")), table());
    assertEquals(0, rows.rows());
    assertEquals(3, rows.features().columns());
    assertTrue(rows.complete(MissingValues.FAIL).skippedWarning().isEmpty());
  }

  @Test
  @Tag("edge")
  void wholeNumbersInOrderLookLikeAnIdentifier() throws Exception {
    DataTableSpec spec =
        new DataTableSpec(
            Samples.column("id", IntCell.TYPE), Samples.column("value", DoubleCell.TYPE));
    DataCell[][] cells = new DataCell[20][];
    for (int i = 0; i < 20; i++) {
      cells[i] = new DataCell[] {new IntCell(100 + 2 * i), new DoubleCell(0.5 * i)};
    }
    TableRows rows = read(TableReader.numbers(List.of("id", "value")), NodeRun.table(spec, cells));
    String warning = rows.identifierWarning().orElseThrow();
    assertTrue(warning.contains("\"id\""), warning);
    assertFalse(warning.contains("\"value\""), warning);
  }
}
