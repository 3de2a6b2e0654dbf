// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeSettings;
import org.knime.core.util.DuplicateKeyException;

class TableTest {
  private final BufferedDataTable table = Tables.table(6);

  @Tag("law")
  @Test
  void domainsAreTheBoundsAndTheValues() {
    DataColumnDomain x = table.getDataTableSpec().getColumnSpec("x").getDomain();
    assertEquals(new DoubleCell(0), x.getLowerBound());
    assertEquals(new DoubleCell(2), x.getUpperBound());
    assertNull(x.getValues());
    DataColumnDomain name = table.getDataTableSpec().getColumnSpec("name").getDomain();
    assertEquals(Set.of(new StringCell("a"), new StringCell("b")), name.getValues());
    assertFalse(name.hasLowerBound());
  }

  @Test
  @Tag("golden")
  void aDomainIsSavedAsInKnimesOwnFiles() throws Exception {
    DataColumnDomain name = table.getDataTableSpec().getColumnSpec("name").getDomain();
    NodeSettings saved = new NodeSettings("domain");
    name.save(saved);
    assertEquals(name.getValues().size(), saved.getConfig("possible_values").getInt("array-size"));
    assertEquals(name.getValues(), DataColumnDomain.load(saved).getValues());
  }

  @Tag("edge")
  @Test
  void manyValuesAreNoDomain() {
    BufferedDataContainer container =
        Tables.exec()
            .createDataContainer(
                new DataTableSpec(new String[] {"s"}, new DataType[] {StringCell.TYPE}));
    for (int i = 0; i < 61; i++) {
      container.addRowToTable(new DefaultRow("r" + i, "v" + i));
    }
    container.close();
    assertFalse(container.getTableSpec().getColumnSpec(0).getDomain().hasValues());
  }

  @Tag("edge")
  @Test
  void wrongRowsAreRefused() {
    BufferedDataContainer container = Tables.exec().createDataContainer(Tables.spec());
    DataCell one = new IntCell(1);
    DataCell text = new StringCell("s");
    container.addRowToTable(new DefaultRow("a", new DoubleCell(1), one, text));
    assertThrows(
        DuplicateKeyException.class,
        () -> container.addRowToTable(new DefaultRow("a", new DoubleCell(1), one, text)));
    assertThrows(
        IllegalArgumentException.class,
        () -> container.addRowToTable(new DefaultRow("b", text, one, text)));
    assertThrows(
        IllegalArgumentException.class, () -> container.addRowToTable(new DefaultRow("c", one)));
  }

  @Tag("law")
  @Test
  void typesKnowTheirValues() {
    assertTrue(IntCell.TYPE.isCompatible(DoubleValue.class));
    assertFalse(DoubleCell.TYPE.isCompatible(NominalValue.class));
    DataType common = DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE);
    assertTrue(common.isCompatible(DoubleValue.class));
    assertTrue(common.isASuperTypeOf(IntCell.TYPE));
    assertTrue(DataType.getMissingCell().getType().isMissingValueType());
    assertSame(
        IntCell.TYPE,
        DataType.getCommonSuperType(IntCell.TYPE, DataType.getMissingCell().getType()));
  }

  private static DataColumnSpec column(String name, DataType type) {
    return new DataColumnSpecCreator(name, type).createSpec();
  }

  private static List<String> rows(BufferedDataTable table) {
    List<String> rows = new ArrayList<>();
    table.forEach(row -> rows.add(row.toString()));
    return rows;
  }

  @Test
  void theRearrangerReplacesMovesDropsAndAppends() throws CanceledExecutionException {
    ColumnRearranger rearranger = new ColumnRearranger(table.getDataTableSpec());
    rearranger.replace(
        new SingleCellFactory(column("twice", IntCell.TYPE)) {
          @Override
          public DataCell getCell(DataRow row) {
            return new IntCell(2 * ((IntCell) row.getCell(1)).getIntValue());
          }
        },
        "n");
    rearranger.append(
        new AbstractCellFactory(column("index", IntCell.TYPE), column("key", StringCell.TYPE)) {
          @Override
          public DataCell[] getCells(DataRow row, long index) {
            return new DataCell[] {
              new IntCell((int) index), new StringCell(row.getKey().getString())
            };
          }
        });
    rearranger.remove("x");
    rearranger.move("index", 0);
    ExecutionContext exec = Tables.exec();
    BufferedDataTable made = exec.createColumnRearrangeTable(table, rearranger, exec);
    assertEquals(
        List.of("index", "twice", "name", "key"),
        List.of(made.getDataTableSpec().getColumnNames()));
    assertEquals("Row3: [3, -6, b, Row3]", rows(made).get(3));
    assertTrue(made.getDataTableSpec().equalStructure(rearranger.createSpec()));
    DataTableSpec spec = made.getDataTableSpec();
    assertEquals(new IntCell(-10), spec.getColumnSpec("twice").getDomain().getLowerBound());
    assertSame(table.getDataTableSpec().getColumnSpec("name"), spec.getColumnSpec("name"));
  }

  @Test
  void aCursorSeesTheFilteredColumnsAndRows() {
    TableFilter filter =
        new TableFilter.Builder()
            .withMaterializeColumnIndices(1)
            .withFromRowIndex(2)
            .withToRowIndex(3)
            .build();
    List<String> seen = new ArrayList<>();
    try (RowCursor cursor = table.cursor(filter)) {
      for (RowRead row = cursor.forward(); row != null; row = cursor.forward()) {
        assertTrue(row.isMissing(0));
        DoubleValue value = row.getValue(1);
        seen.add(row.getRowKey().getString() + "=" + value.getDoubleValue());
      }
    }
    assertEquals(List.of("Row2=-2.0", "Row3=-3.0"), seen);
  }

  @Test
  void joinedTablesNeedTheSameKeys() throws CanceledExecutionException {
    ExecutionContext exec = Tables.exec();
    ColumnRearranger left = new ColumnRearranger(table.getDataTableSpec());
    left.keepOnly("x");
    ColumnRearranger right = new ColumnRearranger(table.getDataTableSpec());
    right.remove("x");
    BufferedDataTable joined =
        exec.createJoinedTable(
            exec.createColumnRearrangeTable(table, left, exec),
            exec.createColumnRearrangeTable(table, right, exec),
            exec);
    assertEquals(rows(table), rows(joined));
    assertThrows(
        IllegalArgumentException.class, () -> exec.createJoinedTable(table, Tables.table(5), exec));
    assertThrows(IllegalArgumentException.class, () -> exec.createJoinedTable(table, table, exec));
  }

  @Test
  void sharesOfProgressAddUp() throws CanceledExecutionException {
    ExecutionContext exec = Tables.exec();
    ExecutionContext first = exec.createSubExecutionContext(0.25);
    first.setProgress(0.5);
    assertEquals(0.125, exec.getProgressMonitor().getProgress());
    first.setProgress(1);
    exec.createSubProgress(0.75).createSubProgress(0.5).setProgress(1.0, "half");
    assertEquals(0.625, exec.getProgressMonitor().getProgress());
    assertEquals("half", exec.getProgressMonitor().getMessage());
    exec.getProgressMonitor().setExecuteCanceled();
    assertThrows(CanceledExecutionException.class, first::checkCanceled);
  }
}
