// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static io.github.recluster.test.nodes.ClusteredSample.MARGIN;
import static io.github.recluster.test.nodes.ClusteredSample.ROWS;
import static io.github.recluster.test.nodes.ClusteredSample.clustered;
import static io.github.recluster.test.nodes.ClusteredSample.number;
import static io.github.recluster.test.nodes.ClusteredSample.quick;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.shap.ShapExplainNodeFactory;
import io.github.recluster.nodes.webui.WebNodeModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** Explain the clusters of a small table. */
class ShapExplainTest {
  private static BufferedDataTable table;
  private static OneVsRestModelPortObject model;

  @BeforeAll
  static void learn() throws Exception {
    table = clustered();
    model = (OneVsRestModelPortObject) quick().run(table).out[2];
  }

  private static NodeRun shap(NodeRun node, PortObject background) throws Exception {
    node.configure(
        model.getSpec(), table.getSpec(), background == null ? null : background.getSpec());
    node.out =
        node.node.invokeNodeModelExecute(
            NodeRun.exec(), new PortObject[] {model, table, background});
    return node;
  }

  @Test
  @Tag("law")
  void contributionsAddUpToThePrediction() throws Exception {
    NodeRun shap = shap(new NodeRun(new ShapExplainNodeFactory()), null);
    BufferedDataTable explained = shap.table(1);
    assertArrayEquals(
        ((DataTableSpec) shap.specs[1]).getColumnNames(),
        explained.getDataTableSpec().getColumnNames());
    assertEquals(3 * ROWS, explained.size());
    DataCell[] prediction = NodeRun.column(explained, "Prediction");
    DataCell[] base = NodeRun.column(explained, "Base value");
    for (int i = 0; i < prediction.length; i++) {
      double sum = number(base[i]);
      for (String feature : model.model().features()) {
        sum += number(NodeRun.column(explained, feature)[i]);
      }
      assertEquals(number(prediction[i]), sum, MARGIN);
    }
    assertEquals(9, shap.table(0).size());
    assertTrue(((WebNodeModel<?>) shap.node.getNodeModel()).viewData().contains("beeswarm"));
  }

  @Test
  @Tag("law")
  void wideExplanationsAreColumnsBesideTheTable() throws Exception {
    NodeRun wide =
        shap(
            new NodeRun(new ShapExplainNodeFactory())
                .with(
                    s -> {
                      s.addString("mode", "INTERVENTIONAL");
                      s.addString("unit", "PROBABILITY");
                      s.addString("explanations", "WIDE");
                    }),
            table);
    assertArrayEquals(
        ((DataTableSpec) wide.specs[1]).getColumnNames(),
        wide.table(1).getDataTableSpec().getColumnNames());
    assertEquals(ROWS, wide.table(1).size());
    assertFalse(NodeRun.column(wide.table(1), "SHAP age (cluster_1)")[0].isMissing());
    assertEquals("probability", NodeRun.column(wide.table(0), "Unit")[0].toString());
    assertEquals("interventional", NodeRun.column(wide.table(0), "Mode")[0].toString());
  }
}
