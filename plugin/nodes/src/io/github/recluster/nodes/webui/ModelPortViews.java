// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.webui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.port.PortView;
import org.knime.core.webui.node.port.PortViewFactory;
import org.knime.core.webui.node.port.PortViewManager;
import org.knime.core.webui.node.port.PortViewManager.PortViewDescriptor;
import org.knime.core.webui.page.Page;

/** What a model port shows in KNIME's modern user interface. */
public final class ModelPortViews {
  private ModelPortViews() {}

  /**
   * Registers a view of a model port.
   *
   * @param portClass the port object's class, by name: it must not be initialized yet
   * @param json the data of the page, from the port object
   */
  public static <T extends PortObject> void register(String portClass, Function<T, String> json) {
    PortViewFactory<T> factory = port -> new ModelView(() -> json.apply(port));
    PortViewManager.registerPortViews(
        portClass, List.of(new PortViewDescriptor("Model", factory)), List.of(), List.of(0));
  }

  private record ModelView(Supplier<String> json) implements PortView {
    @Override
    public Page getPage() {
      return PageView.page();
    }

    @Override
    public <D> Optional<InitialDataService<D>> createInitialDataService() {
      return PageView.data(json);
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
      return Optional.empty();
    }
  }
}
