// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.node.Node;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortType;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The table "Frozen names" of the architecture page says what the nodes are. */
class FrozenNamesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  /** The node factories of the bundle's plugin.xml, in order. */
  static List<Class<? extends NodeFactory<?>>> nodes() {
    List<Class<? extends NodeFactory<?>>> nodes = new ArrayList<>();
    for (String name : attributes("node", "factory-class")) {
      try {
        @SuppressWarnings("unchecked") // what the extension point asks for
        Class<? extends NodeFactory<?>> type =
            (Class<? extends NodeFactory<?>>) Class.forName(name);
        nodes.add(type);
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
    return nodes;
  }

  private static List<String> attributes(String element, String attribute) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(ROOT.resolve("plugin/nodes/plugin.xml").toFile());
      NodeList elements = document.getElementsByTagName(element);
      List<String> values = new ArrayList<>();
      for (int i = 0; i < elements.getLength(); i++) {
        values.add(elements.item(i).getAttributes().getNamedItem(attribute).getNodeValue());
      }
      return values;
    } catch (IOException
        | org.xml.sax.SAXException
        | javax.xml.parsers.ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  /** A line of the table for each node: its class, its ports, its settings. */
  private static String line(NodeFactory<?> factory) {
    NodeRun run = new NodeRun(factory);
    return "| "
        + run.node.getName()
        + " | `"
        + factory.getClass().getName().substring("io.github.recluster.nodes.".length())
        + "` | "
        + ports(run.node, true)
        + " | "
        + ports(run.node, false)
        + " | `"
        + String.join("` `", new TreeSet<>(run.settings().keySet()))
        + "` |";
  }

  /** The ports without the one for flow variables, which KNIME counts as 0. */
  private static String ports(Node node, boolean in) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < (in ? node.getNrInPorts() : node.getNrOutPorts()); i++) {
      PortType type = in ? node.getInputType(i) : node.getOutputType(i);
      names.add(type.getPortObjectClass().getSimpleName() + (type.isOptional() ? "?" : ""));
    }
    return names.isEmpty() ? "–" : String.join(", ", names);
  }

  @Test
  @Tag("golden")
  void theTableOfFrozenNamesIsTrue() throws Exception {
    String page = Files.readString(ROOT.resolve("plugin/ARCHITECTURE.md"));
    List<String> missing = new ArrayList<>();
    for (Class<? extends NodeFactory<?>> type : nodes()) {
      String line = line(type.getConstructor().newInstance());
      if (!page.contains(line)) {
        missing.add(line);
      }
    }
    for (String attribute : List.of("objectClass", "specClass")) {
      for (String name : attributes("portType", attribute)) {
        if (!page.contains("`" + name + "`")) {
          missing.add(name);
        }
      }
    }
    assertEquals("", String.join("\n", missing), "not in plugin/ARCHITECTURE.md");
  }

  @Test
  @Tag("law")
  void everyNodeIsDescribedAndHasAnIcon() throws Exception {
    for (Class<? extends NodeFactory<?>> type : nodes()) {
      NodeFactory<?> factory = type.getConstructor().newInstance();
      NodeDescription description = Node.invokeGetNodeDescription(factory);
      assertTrue(description.getShortDescription().orElse("").length() > 20, type.getName());
      NodeRun run = new NodeRun(factory);
      for (int i = 0; i < run.node.getNrOutPorts() - 1; i++) {
        assertTrue(description.getOutportDescription(i).length() > 10, type + " out " + i);
      }
      for (int i = 0; i < run.node.getNrInPorts() - 1; i++) {
        assertTrue(description.getInportDescription(i).length() > 10, type + " in " + i);
      }
      // KNIME shows as many views' descriptions as the factory counts, and logs where they differ
      assertEquals(run.node.getNrViews(), description.getViewCount(), type.getName());
      for (int i = 0; i < run.node.getNrViews(); i++) {
        assertTrue(description.getViewDescription(i).length() > 10, type + " view " + i);
      }
      try (InputStream in = type.getResourceAsStream(icon(description))) {
        BufferedImage icon = ImageIO.read(in);
        assertEquals(List.of(16, 16), Arrays.asList(icon.getWidth(), icon.getHeight()));
      }
    }
  }

  /** The icon's path from the factory's class. */
  private static String icon(NodeDescription description) {
    String path = description.getIconPath();
    return path.startsWith("/") || !path.contains("/") ? path : "/" + path;
  }
}
