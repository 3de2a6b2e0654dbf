// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.node.port.PortSpecViewFactory;
import org.knime.core.webui.node.port.PortView;
import org.knime.core.webui.node.port.PortViewFactory;
import org.knime.core.webui.node.port.PortViewManager;
import org.knime.core.webui.node.port.PortViewManager.PortViewDescriptor;
import org.knime.core.webui.node.port.PortViewManager.PortViews;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.core.webui.page.Page;

/**
 * Writes what a view would show: its page under the page's own name, and beside it {@value #DATA},
 * the answer that the page gets for its initial data.
 */
public final class ViewDump {
  /** The name of the file with the data. */
  public static final String DATA = "initial_data.json";

  private ViewDump() {}

  /** A node's view; none where the node has none. */
  @SuppressWarnings("unchecked") // the model is one that the factory made
  public static Optional<Path> ofNode(NodeFactory<?> factory, NodeModel model, Path folder)
      throws IOException {
    if (!(factory instanceof NodeViewFactory<?> views)) {
      return Optional.empty();
    }
    return Optional.of(
        write(((NodeViewFactory<NodeModel>) views).createNodeView(model), folder.resolve("view")));
  }

  /** The views that a port has after execution, numbered in their order. */
  public static int ofPort(PortObject object, Path folder) throws IOException {
    PortViews views = views(object.getClass());
    int written = 0;
    for (int index : views == null ? List.<Integer>of() : views.executedIndices()) {
      write(
          create(views.viewDescriptors().get(index), object), folder.resolve("port-view-" + index));
      written++;
    }
    return written;
  }

  private static PortViews views(Class<? extends PortObject> type) {
    return PortViewManager.getPortViews(PortTypeRegistry.getInstance().getPortType(type));
  }

  @SuppressWarnings("unchecked") // registered for the class of this object
  private static PortView create(PortViewDescriptor descriptor, PortObject object) {
    if (descriptor.viewFactory() instanceof PortViewFactory<?> factory) {
      return ((PortViewFactory<PortObject>) factory).createPortView(object);
    }
    return ((PortSpecViewFactory<PortObjectSpec>) descriptor.viewFactory())
        .createPortView(object.getSpec());
  }

  private static <V extends UIExtension & DataServiceProvider> Path write(V view, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Page page = view.getPage();
    Path file = folder.resolve(page.getRelativePath());
    Files.createDirectories(file.getParent());
    try (InputStream in = page.getInputStream()) {
      Files.write(file, in.readAllBytes());
    }
    Optional<InitialDataService<Object>> data = view.createInitialDataService();
    if (data.isPresent()) {
      String answer = data.get().getInitialData();
      if (JsonReader.read(answer) instanceof Map<?, ?> map && !map.containsKey("result")) {
        throw new IOException("the view's data failed: " + answer);
      }
      Files.writeString(folder.resolve(DATA), answer);
    }
    return file;
  }
}
