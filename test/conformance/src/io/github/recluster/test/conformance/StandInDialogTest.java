// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeDescription;
import org.knime.core.standin.ParametersCheck;
import org.knime.core.webui.data.DataServiceContext;
import org.knime.core.webui.data.DataServiceException;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.impl.description.PortDescription;
import org.knime.node.impl.description.ViewDescription;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Descriptions, checks and data are what KNIME would make of them. */
@Tag("law")
class StandInDialogTest {
  enum Metric {
    @Label(value = "Euclidean", description = "Straight lines.")
    EUCLIDEAN,
    COSINE
  }

  static final class Advice implements BooleanReference {}

  /** Nothing wrong. */
  static final class Sound implements NodeParameters {
    @Widget(title = "Static seed", description = "Same result each time.")
    @ValueReference(Advice.class)
    boolean m_static = true;

    @Widget(title = "Seed", description = "Any <b>number</b>.")
    @Effect(predicate = Advice.class, type = EffectType.SHOW)
    int m_seed = 1;
  }

  /** Much wrong. */
  static final class Unsound implements NodeParameters {
    @Widget(title = "Seed", description = "")
    @Effect(predicate = Advice.class, type = EffectType.SHOW)
    int m_seed = 1;

    @Widget(title = "Neighbors", description = "How many.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_neighbors;

    @Widget(title = "Metric", description = "How far.")
    Metric m_metric = Metric.COSINE;

    @Widget(title = "Columns", description = "Which.")
    ColumnFilter m_columns = new ColumnFilter();

    double m_forgotten;
  }

  @Test
  void checksFindWhatIsWrong() {
    assertEquals(List.of(), ParametersCheck.problems(Sound.class));
    List<String> problems = ParametersCheck.problems(Unsound.class);
    for (String expected :
        List.of(
            "m_seed has no description",
            "m_seed has a condition that fails",
            "m_neighbors is out of bounds",
            "m_metric has a choice without @Label: COSINE",
            "m_columns has no columns",
            "m_forgotten has no @Widget")) {
      assertTrue(problems.stream().anyMatch(p -> p.contains(expected)), expected + ": " + problems);
    }
    assertEquals(6, problems.size());
  }

  private static NodeDescription describe(String text, Class<? extends NodeParameters> parameters) {
    return DefaultNodeDescriptionUtil.createNodeDescription(
        "Embed",
        "embed.png",
        List.of(PortDescription.fixedPort("Table", "Rows.")),
        List.of(),
        "Short.",
        text,
        List.of(),
        parameters,
        List.of(new ViewDescription("Map", "Points.")),
        null,
        List.of("umap"),
        null);
  }

  @Test
  void descriptionsHoldTheOptions() {
    NodeDescription description = describe("<p>Long.</p>", Sound.class);
    assertEquals("Sink", description.getType().toString());
    assertEquals("Table", description.getInportName(0));
    var options = description.getXMLDescription().getElementsByTagName("option");
    assertEquals(2, options.getLength());
    assertEquals("Any number.", options.item(1).getTextContent());
    String choices =
        describe("x", Unsound.class)
            .getXMLDescription()
            .getElementsByTagName("option")
            .item(2)
            .getTextContent();
    assertEquals("How far.Euclidean: Straight lines.", choices);
  }

  @Test
  void descriptionsMustBeWellFormed() {
    assertThrows(IllegalArgumentException.class, () -> describe("a < b", Sound.class));
  }

  record Point(double x, String name) {}

  private static String initial(Supplier<Object> data) {
    return InitialDataService.builder(data).build().getInitialData();
  }

  @Test
  void initialDataAreWrapped() {
    assertEquals(
        "{\"result\":{\"x\":1.5,\"name\":\"a\\\"b\"}}", initial(() -> new Point(1.5, "a\"b")));
    assertEquals("{\"result\":[1,2]}", initial(() -> "[1,2]"));
    assertEquals("{\"result\":\"no json\"}", initial(() -> "no json"));
    assertEquals(
        "{\"result\":1,\"warningMessages\":[\"careful\"]}",
        initial(
            () -> {
              DataServiceContext.get().addWarningMessage("careful");
              return 1;
            }));
    assertTrue(
        initial(
                () -> {
                  throw new DataServiceException("run the node first");
                })
            .startsWith("{\"userError\":{\"message\":\"run the node first\""));
  }

  /** Called by a page. */
  public static final class Handler {
    public int add(int a, int b) {
      return a + b;
    }
  }

  @Test
  void pagesCallMethods() {
    RpcDataService service = RpcDataService.builder(new Handler()).build();
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":5}",
        service.handleRpcRequest(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"add\",\"params\":[2,3]}"));
    assertTrue(
        service
            .handleRpcRequest("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sub\",\"params\":[]}")
            .contains("-32601"));
  }
}
