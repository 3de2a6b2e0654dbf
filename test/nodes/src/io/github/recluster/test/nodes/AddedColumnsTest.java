// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.scale.ScaleApplyNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** Where results end up: behind the table's columns, unless Scale is told to replace them. */
class AddedColumnsTest {
  private static List<String> names(BufferedDataTable table) {
    return List.of(table.getDataTableSpec().getColumnNames());
  }

  private static NodeRun scale(String... chosen) throws Exception {
    return new NodeRun(new ScaleNodeFactory())
        .with(
            s -> {
              s.addString("columnMode", "CHOSEN");
              Settings.choose(s, "columns", chosen);
            });
  }

  @Test
  @Tag("law")
  void whatIsReadIsReplacedOnlyWhereItIsAsked() throws Exception {
    NodeRun first = new NodeRun(new ScaleNodeFactory()).run(Samples.groups(60));
    NodeRun second = scale("age", "age (scaled)").run(first.out[0]);
    assertArrayEquals(
        NodeRun.column(first.table(0), "age (scaled)"),
        NodeRun.column(second.table(0), "age (scaled)"));
    List<String> all = names(second.table(0));
    assertEquals(
        List.of("age (scaled) (#1)", "age (scaled) (scaled)"),
        all.subList(all.size() - 2, all.size()));
    NodeRun applied = new NodeRun(new ScaleApplyNodeFactory()).run(second.out[1], first.out[0]);
    assertEquals(all, names(applied.table(0)));
    assertArrayEquals(
        NodeRun.column(first.table(0), "age (scaled)"),
        NodeRun.column(applied.table(0), "age (scaled)"));
  }

  @Test
  @Tag("law")
  void scaleReplacesColumnsWhereItIsToldTo() throws Exception {
    BufferedDataTable table = Samples.groups(60);
    NodeRun replacing = scale("age", "visits", "insured").with(s -> s.addBoolean("replace", true));
    replacing.run(table);
    assertEquals(names(table), names(replacing.table(0)));
    assertEquals(replacing.specs[0].toString(), replacing.table(0).getSpec().toString());
    assertFalse(
        Arrays.equals(NodeRun.column(table, "age"), NodeRun.column(replacing.table(0), "age")));
    NodeRun applied = new NodeRun(new ScaleApplyNodeFactory()).run(replacing.out[1], table);
    assertEquals(names(table), names(applied.table(0)));
    for (String name : List.of("age", "visits", "insured")) {
      assertArrayEquals(
          NodeRun.column(replacing.table(0), name), NodeRun.column(applied.table(0), name), name);
    }
    NodeRun umap = new NodeRun(new UmapEmbedNodeFactory()).run(replacing.out[0]);
    assertEquals("UMAP dimension 1", names(umap.table(0)).get(table.getSpec().getNumColumns()));
  }

  @Test
  @Tag("law")
  void aColumnScaledInPlaceAgainStaysAmongTheOthers() throws Exception {
    NodeRun both = scale("age", "visits").with(s -> s.addBoolean("replace", true));
    both.run(Samples.groups(60));
    NodeRun again = scale("age").with(s -> s.addBoolean("replace", true)).run(both.out[0]);
    NodeRun umap = new NodeRun(new UmapEmbedNodeFactory()).run(again.out[0]);
    assertEquals(
        List.of("age", "visits"), ((UmapModelPortObject) umap.out[1]).getSpec().featureNames());
  }

  @Test
  @Tag("law")
  void oneHotColumnsComeBehindEvenSo() throws Exception {
    BufferedDataTable table = Samples.groups(60);
    NodeRun replacing =
        scale("age", "insured")
            .with(
                s -> {
                  s.addBoolean("replace", true);
                  s.addString("coding", "ONE_HOT");
                })
            .run(table);
    assertEquals(
        List.of("age", "visits", "insured", "name", "insured=false", "insured=true"),
        names(replacing.table(0)));
    NodeRun applied = new NodeRun(new ScaleApplyNodeFactory()).run(replacing.out[1], table);
    assertEquals(names(replacing.table(0)), names(applied.table(0)));
    assertArrayEquals(
        NodeRun.column(replacing.table(0), "age"), NodeRun.column(applied.table(0), "age"));
  }
}
