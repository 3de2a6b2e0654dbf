// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.webui;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Turns the core's names of options, which are the keys of settings, into the dialog's titles. */
final class DialogTitles {
  private static final Pattern NAME = Pattern.compile("\\b\\w+(?= must be | = )");

  private DialogTitles() {}

  /** "minClusterSize must be …" as "\"Minimum cluster size\" must be …". */
  static String in(String sentence, Class<? extends NodeParameters> parameters) {
    return NAME.matcher(sentence)
        .replaceAll(name -> Matcher.quoteReplacement(title(name.group(), parameters)));
  }

  private static String title(String name, Class<? extends NodeParameters> parameters) {
    try {
      Widget widget = parameters.getDeclaredField(name).getAnnotation(Widget.class);
      return widget == null ? name : '"' + widget.title() + '"';
    } catch (NoSuchFieldException e) { // no option of this node
      return name;
    }
  }
}
