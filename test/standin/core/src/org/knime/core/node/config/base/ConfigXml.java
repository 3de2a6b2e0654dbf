// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Settings trees as XML files, in the format of KNIME's workflows. */
final class ConfigXml {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
          + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"";

  private ConfigXml() {}

  static void write(ConfigBase config, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.append(HEAD).append(attribute(config.getKey())).append('"');
    writeBody(config, writer, "");
    writer.flush();
  }

  private static void writeBody(ConfigBase config, Writer out, String indent) throws IOException {
    if (config.keySet().isEmpty()) {
      out.append("/>\n");
      return;
    }
    out.append(">\n");
    String inner = indent + "    ";
    for (String key : config) {
      AbstractConfigEntry entry = config.getEntry(key);
      if (entry.getType() == ConfigEntries.xtransientstring) {
        continue;
      }
      if (entry instanceof ConfigBase) {
        out.append(inner).append("<config key=\"").append(attribute(key)).append('"');
        writeBody((ConfigBase) entry, out, inner);
      } else {
        String value = entry.toStringValue();
        out.append(inner).append("<entry key=\"").append(attribute(key)).append("\" type=\"");
        out.append(entry.getType().name()).append('"');
        out.append(value == null ? " isnull=\"true\"" : "");
        out.append(" value=\"").append(value == null ? "" : attribute(escape(value)));
        out.append("\"/>\n");
      }
    }
    out.append(indent).append("</config>\n");
  }

  /** Control characters, which XML can't hold, as {@code %%} and five digits. */
  private static String escape(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean percents = c == '%' && i + 1 < value.length() && value.charAt(i + 1) == '%';
      if (c < ' ' || percents) {
        text.append("%%").append(String.format("%05d", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static String unescape(String value) {
    if (!value.contains("%%")) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    int i = 0;
    while (i < value.length()) {
      if (value.startsWith("%%", i) && i + 7 <= value.length()) {
        text.append((char) Integer.parseInt(value.substring(i + 2, i + 7)));
        i += 7;
      } else {
        text.append(value.charAt(i++));
      }
    }
    return text.toString();
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static ConfigBase read(ConfigBase root, InputStream in) throws IOException {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      InputSource source = new InputSource(in);
      source.setEncoding("UTF-8");
      Reader reader = new Reader(root);
      factory.newSAXParser().parse(source, reader);
      return reader.root;
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("Not a settings file: " + e.getMessage(), e);
    }
  }

  private static final class Reader extends DefaultHandler {
    private final Deque<ConfigBase> open = new ArrayDeque<>();
    private ConfigBase root;

    Reader(ConfigBase root) {
      this.root = root;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      String key = attributes.getValue("key");
      if (name.equals("config") && open.isEmpty()) {
        root = root.getKey().equals(key) ? root : root.getInstance(key);
        open.push(root);
      } else if (name.equals("config")) {
        open.push(open.peek().addConfigBase(key));
      } else if (name.equals("entry")) {
        boolean isNull = "true".equals(attributes.getValue("isnull"));
        String value = isNull ? null : unescape(attributes.getValue("value"));
        ConfigEntries type = ConfigEntries.valueOf(attributes.getValue("type"));
        open.peek().addEntry(type.createEntry(key, value));
      } else {
        throw new SAXException("unexpected element <" + name + ">");
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (name.equals("config")) {
        open.pop();
      }
    }
  }
}
