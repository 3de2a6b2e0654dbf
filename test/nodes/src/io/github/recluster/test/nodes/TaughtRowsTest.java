// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static io.github.recluster.test.nodes.ClusteredSample.clustered;
import static io.github.recluster.test.nodes.ClusteredSample.quick;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Which rows are learned from, and how much each counts. */
class TaughtRowsTest {
  private final BufferedDataTable table = clustered();

  /** The model alone: the port's archive around it holds the time of writing. */
  private static byte[] bytesOf(OneVsRestModelPortObject port) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    port.model().write(out);
    return out.toByteArray();
  }

  @Test
  @Tag("edge")
  void whereNothingCanBeLearnedTheReasonIsSaid() throws Exception {
    assertTrue(unlearnable("Noise").startsWith("No row lies in a cluster: \"Cluster\""));
    assertTrue(unlearnable("a").startsWith("All rows lie in one cluster, \"a\""));
  }

  private String unlearnable(String cluster) throws Exception {
    BufferedDataTable all = NodeRun.with(table, "Cluster", -1, new StringCell(cluster));
    NodeRun node = quick();
    return assertThrows(KNIMEException.class, () -> node.run(all)).getMessage();
  }

  private static NodeRun weighted(String column) throws Exception {
    return quick()
        .with(
            s -> {
              s.addString("weights", "COLUMN");
              s.addString("weightColumn", column);
            });
  }

  @Test
  @Tag("law")
  void aColumnSaysHowMuchRowsCountAndIsNoFeature() throws Exception {
    NodeRun byAge = weighted("age").run(table);
    OneVsRestModelPortObject made = (OneVsRestModelPortObject) byAge.out[2];
    assertEquals(List.of("insured", "id"), made.model().features());
    assertTrue(byAge.warning.contains("1 row was skipped because \"age\""), byAge.warning);
    NodeRun equal = weighted("Cluster probability").run(table); // 1 in each row
    OneVsRestModelPortObject model = (OneVsRestModelPortObject) quick().run(table).out[2];
    assertArrayEquals(bytesOf(model), bytesOf((OneVsRestModelPortObject) equal.out[2]));
  }

  @Test
  @Tag("edge")
  void weightsThatAreNoneAreASentence() throws Exception {
    for (String column : List.of("", "nowhere", "Cluster")) {
      NodeRun node = weighted(column);
      InvalidSettingsException e =
          assertThrows(InvalidSettingsException.class, () -> node.configure(table.getSpec()));
      assertTrue(e.getMessage().contains("weight"), e.getMessage());
    }
  }

  @Test
  @Tag("edge")
  void aNegativeWeightIsNamedAndAnInfiniteOneIsMissing() throws Exception {
    assertTrue(
        refused(table -> NodeRun.with(table, "age", 12, new DoubleCell(-2)))
            .startsWith("Row \"Row12\", column \"age\": a weight must be at least 0, got -2.0"));
    assertTrue(
        refused(table -> NodeRun.with(table, "age", -1, new DoubleCell(0)))
            .contains("above 0 in some row"));
    BufferedDataTable infinite = NodeRun.with(table, "age", 12, new DoubleCell(1 / 0.0));
    NodeRun run = weighted("age").run(infinite);
    assertTrue(run.warning.contains("2 rows were skipped because \"age\""), run.warning);
  }

  private String refused(UnaryOperator<BufferedDataTable> change) throws Exception {
    NodeRun node = weighted("age");
    return assertThrows(KNIMEException.class, () -> node.run(change.apply(table))).getMessage();
  }
}
