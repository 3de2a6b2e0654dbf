// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.umap.UmapApplyNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

/** Categories among the features, and a target. */
class UmapEmbedTest {
  private static final String[] KINDS = {"round", "square", "flat"};

  private static DataTableSpec spec() {
    DataColumnSpecCreator kind = new DataColumnSpecCreator("kind", StringCell.TYPE);
    kind.setDomain(
        new DataColumnDomainCreator(
                Set.of(new StringCell("round"), new StringCell("square"), new StringCell("flat")))
            .createDomain());
    DataColumnSpec name = Samples.column("name", StringCell.TYPE);
    return new DataTableSpec(
        Samples.column("size", DoubleCell.TYPE),
        kind.createSpec(),
        Samples.column("sold", BooleanCell.TYPE),
        name,
        Samples.column("price", DoubleCell.TYPE));
  }

  /** Three kinds by turns, that only categories tell apart; row 4 lacks one, the price of 5 too. */
  private static BufferedDataTable things(int rows) {
    DataCell[][] cells = new DataCell[rows][];
    for (int i = 0; i < rows; i++) {
      cells[i] =
          new DataCell[] {
            new DoubleCell(Seeds.uniform(1, i)),
            i == 4 ? DataType.getMissingCell() : new StringCell(KINDS[i % 3]),
            i % 3 == 1 ? BooleanCell.TRUE : BooleanCell.FALSE,
            new StringCell("thing " + i),
            i == 5 ? DataType.getMissingCell() : new DoubleCell(Math.floor(i / 10.0))
          };
    }
    return NodeRun.table(spec(), cells);
  }

  private static void mixed(NodeSettings settings) {
    settings.addString("metric", "MIXED");
  }

  private static void target(NodeSettings settings, String column) {
    settings.addString("target", "COLUMN");
    settings.addString("targetColumn", column);
    settings.addDouble("targetWeight", 0.8);
  }

  private static double place(NodeRun run, int row, int dimension) {
    DataCell cell = NodeRun.column(run.table(0), "UMAP dimension " + dimension)[row];
    return cell.isMissing() ? Double.NaN : ((DoubleCell) cell).getDoubleValue();
  }

  private static int nearest(NodeRun run, int row, int rows) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      double x = place(run, i, 1) - place(run, row, 1);
      double y = place(run, i, 2) - place(run, row, 2);
      if (i != row && x * x + y * y < least) {
        least = x * x + y * y;
        best = i;
      }
    }
    return best;
  }

  @Test
  @Tag("law")
  void categoriesAreFeaturesUnderTheMixedDistance() throws Exception {
    NodeRun run = new NodeRun(new UmapEmbedNodeFactory()).with(UmapEmbedTest::mixed);
    run.run(things(120));
    UmapModelPortObject model = (UmapModelPortObject) run.out[1];
    assertEquals(List.of("size", "kind", "sold", "price"), model.getSpec().featureNames());
    assertTrue(run.warning.contains("2 of 120 rows were skipped"), run.warning);
    for (int row = 6; row < 20; row++) {
      assertEquals(row % 3, nearest(run, row, 120) % 3, "row " + row);
    }
  }

  private static NodeRun starting(String... columns) throws Exception {
    return new NodeRun(new UmapEmbedNodeFactory())
        .with(
            s -> {
              s.addInt("epochs", 1);
              s.addString("init", "COLUMNS");
              Settings.choose(s, "startColumns", columns);
            });
  }

  @Test
  @Tag("law")
  void theLayoutStartsWhereColumnsSay() throws Exception {
    BufferedDataTable map =
        new NodeRun(new UmapEmbedNodeFactory()).run(Samples.groups(90)).table(0);
    NodeRun run = starting("UMAP dimension 1", "UMAP dimension 2").run(map);
    UmapModelPortObject model = (UmapModelPortObject) run.out[1];
    assertEquals(List.of("age", "visits"), model.getSpec().featureNames());
    for (String dimension : List.of("UMAP dimension 1", "UMAP dimension 2")) {
      double[] before = numbers(run, dimension);
      double[] after = numbers(run, dimension + " (#1)");
      double from = Arrays.stream(before).min().getAsDouble();
      double width = Arrays.stream(before).max().getAsDouble() - from;
      double low = Arrays.stream(after).min().getAsDouble();
      double size = Arrays.stream(after).max().getAsDouble() - low;
      for (int i = 0; i < before.length; i++) { // one pass moves no point far
        assertEquals((before[i] - from) / width, (after[i] - low) / size, 0.25);
      }
    }
  }

  private static double[] numbers(NodeRun run, String column) {
    return Arrays.stream(NodeRun.column(run.table(0), column))
        .filter(cell -> !cell.isMissing())
        .mapToDouble(cell -> ((DoubleCell) cell).getDoubleValue())
        .toArray();
  }

  @Test
  @Tag("edge")
  void aStartThatDoesNotFitIsASentence() throws Exception {
    BufferedDataTable map =
        new NodeRun(new UmapEmbedNodeFactory()).run(Samples.groups(30)).table(0);
    NodeRun few = starting("UMAP dimension 1");
    InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> few.run(map));
    assertTrue(e.getMessage().contains("2 dimensions, but 1 are chosen"), e.getMessage());
    BufferedDataTable gap = NodeRun.with(map, "UMAP dimension 1", 9, DataType.getMissingCell());
    NodeRun missing = starting("UMAP dimension 1", "UMAP dimension 2");
    KNIMEException k = assertThrows(KNIMEException.class, () -> missing.run(gap));
    assertTrue(k.getMessage().startsWith("Row \"Row9\" has no place"), k.getMessage());
  }

  @Test
  @Tag("same")
  void theModelRemembersCategories() throws Exception {
    NodeRun run =
        new NodeRun(new UmapEmbedNodeFactory())
            .with(
                s -> {
                  mixed(s);
                  s.addString("columnMode", "CHOSEN");
                  Settings.choose(s, "columns", "size");
                  Settings.choose(s, "nominalColumns", "kind", "sold");
                })
            .run(things(90));
    UmapModelPortObject model = (UmapModelPortObject) run.out[1];
    assertEquals(List.of("size", "kind", "sold"), model.getSpec().featureNames());
    NodeRun placed =
        new NodeRun(new UmapApplyNodeFactory())
            .run(PipelineTest.read(PipelineTest.write(model)), things(90));
    assertArrayEquals(
        NodeRun.column(run.table(0), "UMAP dimension 1"),
        NodeRun.column(placed.table(0), "UMAP dimension 1"));
    assertTrue(NodeRun.column(placed.table(0), "UMAP dimension 1")[4].isMissing());
  }

  @Test
  @Tag("law")
  void aTargetIsNoFeatureAndDrawsItsClassesTogether() throws Exception {
    NodeRun run = new NodeRun(new UmapEmbedNodeFactory());
    run.with(s -> target(s, "sold")).run(things(120));
    UmapModelPortObject model = (UmapModelPortObject) run.out[1];
    assertEquals(List.of("size", "price"), model.getSpec().featureNames());
    assertEquals(0.8, model.model().options().targetWeight());
    int same = 0;
    for (int row = 6; row < 46; row++) {
      same += nearest(run, row, 120) % 3 == 1 == (row % 3 == 1) ? 1 : 0;
    }
    assertTrue(same >= 36, same + " of 40");
    run.with(s -> target(s, "price")).run(things(120));
    assertEquals(List.of("size"), ((UmapModelPortObject) run.out[1]).getSpec().featureNames());
    assertFalse(
        NodeRun.column(run.table(0), "UMAP dimension 1")[5].isMissing(),
        "a missing target is an unknown one");
  }

  @Test
  @Tag("law")
  void densityIsAnOption() throws Exception {
    NodeRun run = new NodeRun(new UmapEmbedNodeFactory());
    run.with(s -> s.addDouble("densLambda", 2)).run(things(60));
    UmapModelPortObject model = (UmapModelPortObject) run.out[1];
    assertEquals(2, model.model().options().densLambda());
    double with = place(run, 8, 1);
    run.with(s -> s.addDouble("densLambda", 0)).run(things(60));
    assertTrue(with != place(run, 8, 1));
  }

  @Test
  @Tag("edge")
  void whatDoesNotFitIsRefused() {
    assertEquals(
        "No target column is chosen. Choose it in the dialog, or embed without a target.",
        refusal(s -> target(s, "")));
    assertTrue(refusal(s -> target(s, "gone")).contains("no column \"gone\""));
    assertTrue(
        refusal(
                s -> {
                  target(s, "size");
                  s.addString("columnMode", "CHOSEN");
                  Settings.choose(s, "columns", "size", "price");
                })
            .contains("both the target and a chosen column"));
    assertTrue(
        refusal(
                s -> {
                  mixed(s);
                  s.addString("columnMode", "CHOSEN");
                  Settings.choose(s, "nominalColumns", "size");
                })
            .contains("chosen as categories"));
    assertTrue(
        refusal(
                s -> {
                  mixed(s);
                  s.addString("columnMode", "CHOSEN");
                })
            .contains("No column is left to embed"));
    assertEquals(
        "\"Weight of the target\" must be 0 to 1, got 2.0",
        refusal(s -> s.addDouble("targetWeight", 2)));
  }

  private static String refusal(Consumer<NodeSettings> settings) {
    return assertThrows(
            InvalidSettingsException.class,
            () -> new NodeRun(new UmapEmbedNodeFactory()).with(settings).configure(spec()))
        .getMessage();
  }
}
