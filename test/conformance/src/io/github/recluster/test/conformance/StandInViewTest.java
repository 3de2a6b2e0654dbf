// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.standin.ViewDump;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.port.PortView;
import org.knime.core.webui.node.port.PortViewFactory;
import org.knime.core.webui.node.port.PortViewManager;
import org.knime.core.webui.node.port.PortViewManager.PortViewDescriptor;
import org.knime.core.webui.page.Page;

/** Views are written as a browser would get them. */
@Tag("law")
class StandInViewTest {
  @TempDir Path folder;

  /** A port with a view. */
  static final class Model implements PortObject {
    @Override
    public String getSummary() {
      return "a model";
    }

    @Override
    public PortObjectSpec getSpec() {
      return null;
    }

    @Override
    public JComponent[] getViews() {
      return new JComponent[0];
    }
  }

  private record ModelView(Supplier<String> json) implements PortView {
    @Override
    public Page getPage() {
      return Page.create()
          .fromString((Page.StringSupplier) () -> "<html>ä</html>")
          .relativePath("index.html")
          .addResourceFromString(() -> "x", "lib/x.js");
    }

    @Override
    @SuppressWarnings("unchecked") // a page takes any data
    public <D> Optional<InitialDataService<D>> createInitialDataService() {
      return Optional.of(
          (InitialDataService<D>)
              InitialDataService.builder(json).serializer(text -> text).build());
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
      return Optional.empty();
    }
  }

  private static void register(Supplier<String> json) {
    PortViewFactory<Model> factory = model -> new ModelView(json);
    PortViewManager.registerPortViews(
        Model.class.getName(),
        List.of(new PortViewDescriptor("Model", factory)),
        List.of(),
        List.of(0));
  }

  @Test
  void portViewsAreWritten() throws IOException {
    register(() -> "{\"points\":[1,2]}");
    assertEquals(1, ViewDump.ofPort(new Model(), folder));
    Path view = folder.resolve("port-view-0");
    assertEquals(
        "<html>ä</html>", Files.readString(view.resolve("index.html"), StandardCharsets.UTF_8));
    assertEquals("{\"result\":{\"points\":[1,2]}}", Files.readString(view.resolve(ViewDump.DATA)));
  }

  @Test
  void failingDataAreAnError() {
    register(
        () -> {
          throw new IllegalStateException("no points");
        });
    assertThrows(IOException.class, () -> ViewDump.ofPort(new Model(), folder));
  }

  @Test
  void pagesKnowTheirResources() throws IOException {
    Page page = new ModelView(() -> "").getPage();
    try (var in = page.getResource("lib/x.js").orElseThrow().getInputStream()) {
      assertEquals("x", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(Optional.empty(), page.getResource("lib/y.js"));
    Page fromFile =
        Page.create()
            .fromFile()
            .bundleClass(StandInViewTest.class)
            .basePath("io/github/recluster/test/conformance")
            .relativeFilePath("missing.html");
    assertThrows(IOException.class, fromFile::getInputStream);
  }
}
