// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a page together from its sources in the bundle's folder {@code web}: every {@code <script
 * src>} and {@code <link href>} of the page becomes its text, so that the result is one HTML file
 * which asks nobody for anything.
 */
public final class Pages {
  private static final Pattern PART =
      Pattern.compile(
          "<script src=\"([^\"]+)\"></script>|<link rel=\"stylesheet\" href=\"([^\"]+)\">");

  private Pages() {}

  /** The page that draws any {@link ViewData}, in views of nodes and of ports. */
  public static String chartPage() {
    return Holder.CHART_PAGE;
  }

  private static final class Holder {
    static final String CHART_PAGE = html("chart.html");
  }

  static String html(String name) {
    Matcher part = PART.matcher(read(name));
    var page = new StringBuilder();
    while (part.find()) {
      String whole =
          part.group(1) != null
              ? "<script>\n" + read(part.group(1)).replace("</script", "<\\/script") + "\n</script>"
              : "<style>\n" + read(part.group(2)) + "\n</style>";
      part.appendReplacement(page, Matcher.quoteReplacement(whole));
    }
    return part.appendTail(page).toString();
  }

  private static String read(String name) {
    try (InputStream in = Pages.class.getResourceAsStream("/web/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The bundle lacks web/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
