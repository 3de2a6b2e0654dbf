// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.recluster.nodes.hdbscan.HdbscanApplyNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanTreesNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestLearnerNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestPredictorNodeFactory;
import io.github.recluster.nodes.scale.ScaleApplyNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.shap.ShapExplainNodeFactory;
import io.github.recluster.nodes.stability.ClusterStabilityNodeFactory;
import io.github.recluster.nodes.umap.UmapApplyNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.RowKey;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.property.hilite.HiLiteHandler;

/**
 * Rows that are highlighted in one table are highlighted in all that have the same rows, and in no
 * other: the first cluster is not the first row. Ports are counted as KNIME does, from 1 on.
 */
class HighlightTest {
  /** Looks at all table ports: the one has an input's rows, all others have their own. */
  private static void shares(NodeFactory<?> factory, int outPort, int inPort) {
    assertShares(new NodeRun(factory).node, outPort, inPort);
  }

  private static void assertShares(Node node, int outPort, int inPort) {
    for (int in = 1; in < node.getNrInPorts(); in++) {
      node.setInHiLiteHandler(in, new HiLiteHandler());
    }
    for (int out = 1; out < node.getNrOutPorts(); out++) {
      HiLiteHandler handler = node.getOutputHiLiteHandler(out);
      for (int in = 1; in < node.getNrInPorts(); in++) {
        String ports = node.getName() + ", in " + in + ", out " + out;
        if (out == outPort && in == inPort) {
          assertSame(node.getInHiLiteHandler(in), handler, ports);
        } else {
          assertNotSame(node.getInHiLiteHandler(in), handler, ports);
        }
      }
      assertSame(handler, node.getOutputHiLiteHandler(out), "it stays the same");
      if (out > 1) {
        assertNotSame(node.getOutputHiLiteHandler(out - 1), handler, node.getName() + " " + out);
      }
    }
  }

  @Test
  @Tag("law")
  void aTableThatGoesOnKeepsItsHighlighting() {
    shares(new ScaleNodeFactory(), 1, 1);
    shares(new UmapEmbedNodeFactory(), 1, 1);
    shares(new HdbscanClusterNodeFactory(), 1, 1);
    shares(new ClusterStabilityNodeFactory(), 1, 1);
    shares(new ScaleApplyNodeFactory(), 1, 2);
    shares(new UmapApplyNodeFactory(), 1, 2);
    shares(new HdbscanApplyNodeFactory(), 1, 2);
    shares(new OneVsRestPredictorNodeFactory(), 1, 2);
  }

  @Test
  @Tag("law")
  void aTableOfOtherThingsHasAHighlightingOfItsOwn() {
    shares(new HdbscanTreesNodeFactory(), 0, 0);
    shares(new OneVsRestLearnerNodeFactory(), 0, 0);
  }

  @Test
  @Tag("law")
  void explanationsBesideARowAreTheRow() throws Exception {
    NodeRun shap = new NodeRun(new ShapExplainNodeFactory());
    assertShares(shap.with(s -> s.addString("explanations", "LONG")).node, 0, 0);
    assertShares(shap.with(s -> s.addString("explanations", "PAIRS")).node, 0, 0);
    assertShares(shap.with(s -> s.addString("explanations", "WIDE")).node, 2, 2);
  }

  @Test
  @Tag("edge")
  void clustersOfAnEarlierRunAreNotHighlighted() {
    Node node = new NodeRun(new HdbscanClusterNodeFactory()).node;
    node.getInHiLiteHandler(1).fireHiLiteEvent(new RowKey("Row7"));
    node.getOutputHiLiteHandler(2).fireHiLiteEvent(new RowKey("cluster_0"));
    node.reset();
    assertEquals(Set.of(), node.getOutputHiLiteHandler(2).getHiLitKeys());
    assertEquals(Set.of(new RowKey("Row7")), node.getOutputHiLiteHandler(1).getHiLitKeys());
  }
}
