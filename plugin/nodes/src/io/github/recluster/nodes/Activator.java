// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes;

import io.github.recluster.nodes.hdbscan.HdbscanView;
import io.github.recluster.nodes.ovr.OneVsRestView;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.port.ScaleModelPortObject;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.scale.ScaleView;
import io.github.recluster.nodes.umap.UmapView;
import io.github.recluster.nodes.webui.ModelPortViews;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the views of the model ports before the first node is made. */
public final class Activator implements BundleActivator {
  private static final String PORTS = "io.github.recluster.nodes.port.";

  @Override
  public void start(BundleContext context) {
    ModelPortViews.<ScaleModelPortObject>register(
        PORTS + "ScaleModelPortObject", ScaleView::ofPort);
    ModelPortViews.<UmapModelPortObject>register(PORTS + "UmapModelPortObject", UmapView::ofPort);
    ModelPortViews.<HdbscanModelPortObject>register(
        PORTS + "HdbscanModelPortObject", HdbscanView::ofPort);
    ModelPortViews.<OneVsRestModelPortObject>register(
        PORTS + "OneVsRestModelPortObject", OneVsRestView::ofPort);
  }

  @Override
  public void stop(BundleContext context) {
    // KNIME keeps the views
  }
}
