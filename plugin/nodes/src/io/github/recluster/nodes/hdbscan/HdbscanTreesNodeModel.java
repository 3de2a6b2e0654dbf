// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.webui.WebNodeModel;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** The trees of an HDBSCAN model as tables. */
final class HdbscanTreesNodeModel extends WebNodeModel<HdbscanTreesParameters> {
  HdbscanTreesNodeModel() {
    super(
        HdbscanTreesParameters.class,
        new PortType[] {HdbscanModelPortObject.TYPE},
        new PortType[] {BufferedDataTable.TYPE, BufferedDataTable.TYPE});
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) {
    return new PortObjectSpec[] {TreeTables.condensedSpec(), TreeTables.singleLinkageSpec()};
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    HdbscanModel model = ((HdbscanModelPortObject) in[0]).model();
    return new PortObject[] {
      TreeTables.condensed(
          model.condensedTree(), parameters().rowEdges, exec.createSubExecutionContext(0.5)),
      TreeTables.singleLinkage(model.singleLinkageTree(), exec.createSubExecutionContext(0.5))
    };
  }
}
