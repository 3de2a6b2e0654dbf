// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.webui;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.knime.node.impl.description.ViewDescription;
import org.knime.node.parameters.NodeParameters;

/**
 * What a node is called, what it does, and what its ports and options mean: everything that KNIME
 * shows of a node before it runs. The options' descriptions come from the parameters class.
 *
 * <p>Descriptions are XHTML.
 */
public final class NodeDeclaration {
  private final String name;
  private final NodeType type;
  private final Class<? extends NodeParameters> parameters;
  private String icon;
  private String shortDescription;
  private String fullDescription;
  private final List<PortDescription> in = new ArrayList<>();
  private final List<PortDescription> out = new ArrayList<>();
  private final List<ViewDescription> views = new ArrayList<>();
  private final List<ExternalResource> links = new ArrayList<>();
  private List<String> keywords = List.of();

  private NodeDeclaration(String name, NodeType type, Class<? extends NodeParameters> parameters) {
    this.name = name;
    this.type = type;
    this.parameters = parameters;
  }

  /** Begins the declaration of a node. */
  public static NodeDeclaration of(
      String name, NodeType type, Class<? extends NodeParameters> parameters) {
    return new NodeDeclaration(name, type, parameters);
  }

  /** The picture, a PNG of 16 × 16 pixels beside the factory. */
  public NodeDeclaration icon(String file) {
    icon = file;
    return this;
  }

  /** What the node does, in a sentence, and in full. */
  public NodeDeclaration does(String inShort, String inFull) {
    shortDescription = inShort;
    fullDescription = inFull;
    return this;
  }

  /** The next input port. */
  public NodeDeclaration in(String portName, String description) {
    in.add(PortDescription.fixedPort(portName, description));
    return this;
  }

  /** The next output port. */
  public NodeDeclaration out(String portName, String description) {
    out.add(PortDescription.fixedPort(portName, description));
    return this;
  }

  /** The view. */
  public NodeDeclaration view(String viewName, String description) {
    views.add(new ViewDescription(viewName, description));
    return this;
  }

  /** Where to read more. */
  public NodeDeclaration link(String address, String description) {
    links.add(new ExternalResource(address, description));
    return this;
  }

  /** Words by which the node is found. */
  public NodeDeclaration keywords(String... words) {
    keywords = List.of(words);
    return this;
  }

  /** The class of the node's parameters. */
  public Class<? extends NodeParameters> parameters() {
    return parameters;
  }

  /** The declaration as KNIME wants it. */
  NodeDescription toDescription() {
    return DefaultNodeDescriptionUtil.createNodeDescription(
        name,
        icon,
        in,
        out,
        shortDescription,
        fullDescription,
        links,
        parameters,
        views.isEmpty() ? null : views,
        type,
        keywords,
        null);
  }
}
