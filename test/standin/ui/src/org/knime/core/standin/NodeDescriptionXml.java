// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.standin.ParametersNodeDescription.Parts;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.knime.node.impl.description.ViewDescription;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes a node description as XML; a text that is not well-formed HTML is an error. */
final class NodeDescriptionXml {
  private final DocumentBuilder builder;
  private final Document document;

  private NodeDescriptionXml() throws ParserConfigurationException {
    builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    document = builder.newDocument();
  }

  static Element write(Parts parts) {
    try {
      return new NodeDescriptionXml().node(parts);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Element node(Parts parts) {
    Element node = document.createElement("knimeNode");
    document.appendChild(node);
    node.setAttribute("icon", parts.icon());
    node.setAttribute("type", parts.type().toString());
    node.appendChild(document.createElement("name")).setTextContent(parts.name());
    html(add(node, "shortDescription"), parts.shortDescription());
    Element full = add(node, "fullDescription");
    html(add(full, "intro"), parts.fullDescription());
    options(full, parts);
    for (ExternalResource link : parts.links()) {
      Element element = add(full, "link");
      element.setAttribute("href", link.href());
      html(element, link.description());
    }
    Element ports = add(node, "ports");
    ports(ports, "inPort", parts.inPorts());
    ports(ports, "outPort", parts.outPorts());
    if (!parts.views().isEmpty()) {
      views(add(node, "views"), parts);
    }
    if (!parts.keywords().isEmpty()) {
      Element keywords = add(node, "keywords");
      parts.keywords().forEach(word -> add(keywords, "keyword").setTextContent(word));
    }
    return node;
  }

  private void options(Element full, Parts parts) {
    if (parts.parameters() == null) {
      return;
    }
    Element tab = add(full, "tab");
    tab.setAttribute("name", "Options");
    for (ParametersTexts.Option option : ParametersTexts.of(parts.parameters())) {
      Element element = add(tab, "option");
      element.setAttribute("name", option.title());
      html(element, option.description());
    }
  }

  private void ports(Element parent, String tag, Iterable<PortDescription> ports) {
    int index = 0;
    for (PortDescription port : ports) {
      Element element =
          add(
              parent,
              port.configurable() ? tag.replace("in", "dynIn").replace("out", "dynOut") : tag);
      element.setAttribute("name", port.name());
      if (port.configurable()) {
        element.setAttribute("insert-before", Integer.toString(index));
        element.setAttribute("group-identifier", port.id());
      } else {
        element.setAttribute("index", Integer.toString(index++));
      }
      html(element, port.description());
    }
  }

  private void views(Element parent, Parts parts) {
    int index = 0;
    for (ViewDescription view : parts.views()) {
      Element element = add(parent, "view");
      element.setAttribute("index", Integer.toString(index++));
      element.setAttribute("name", view.name());
      html(element, view.description());
    }
  }

  private Element add(Element parent, String tag) {
    Element element = document.createElement(tag);
    parent.appendChild(element);
    return element;
  }

  private void html(Element parent, String text) {
    try {
      Document parsed =
          builder.parse(new InputSource(new StringReader("<text>" + text + "</text>")));
      Node child = parsed.getDocumentElement().getFirstChild();
      for (; child != null; child = child.getNextSibling()) {
        parent.appendChild(document.importNode(child, true));
      }
    } catch (SAXException e) {
      throw new IllegalArgumentException("a description must be well-formed, got: " + text, e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
