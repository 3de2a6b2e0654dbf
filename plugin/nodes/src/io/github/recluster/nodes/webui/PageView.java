// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.webui;

import io.github.recluster.nodes.chart.Pages;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.data.ApplyDataService;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.view.NodeTableView;
import org.knime.core.webui.page.Page;

/** A node's view: a page and the data it draws. It has no settings. */
final class PageView implements NodeTableView {
  private final Supplier<String> json;
  private final int tablePort;

  PageView(Supplier<String> json, int tablePort) {
    this.json = json;
    this.tablePort = tablePort;
  }

  /** A page of one self-contained document: nothing is loaded from files or the network. */
  static Page page() {
    return Page.create()
        .fromString((Page.StringSupplier) Pages::chartPage)
        .relativePath("index.html");
  }

  /** Data that is JSON already. */
  @SuppressWarnings("unchecked") // the framework asks for any D, and takes only the JSON
  static <D> Optional<InitialDataService<D>> data(Supplier<String> json) {
    InitialDataService<String> service =
        InitialDataService.builder(json).serializer(text -> text).build();
    return Optional.of((InitialDataService<D>) service);
  }

  @Override
  public Page getPage() {
    return page();
  }

  @Override
  public <D> Optional<InitialDataService<D>> createInitialDataService() {
    return data(json);
  }

  @Override
  public Optional<RpcDataService> createRpcDataService() {
    return Optional.empty();
  }

  @Override
  public <D> Optional<ApplyDataService<D>> createApplyDataService() {
    return Optional.empty();
  }

  @Override
  public int getPortIndex() {
    return tablePort;
  }

  @Override
  public void validateSettings(NodeSettingsRO settings) {
    // none
  }

  @Override
  public void loadValidatedSettingsFrom(NodeSettingsRO settings) {
    // none
  }

  @Override
  public boolean canBeUsedInReport() {
    return true;
  }
}
