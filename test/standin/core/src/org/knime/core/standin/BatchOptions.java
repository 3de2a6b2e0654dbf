// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.knime.core.node.workflow.FlowVariable;

/** The arguments of KNIME's batch application. */
final class BatchOptions {
  static final String USAGE =
      String.join(
          "\n",
          "Options of the batch application:",
          "  -workflowDir=DIR      the folder of the workflow",
          "  -workflowFile=FILE    the workflow as a .knwf or .zip file",
          "  -destDir=DIR          save the workflow here instead of in place",
          "  -destFile=FILE        save the workflow into this zip file instead of in place",
          "  -reset                reset all nodes first",
          "  -nosave               don't save the workflow",
          "  -noexecute            load only",
          "  -failonloaderror      don't execute if something could not be loaded",
          "  -workflow.variable=name,value,type   set a workflow variable; type: String, int, double",
          "  -option=nodeID,name,value,type       set a node's setting",
          "Exit codes: 0 executed (also with warnings), 2 wrong arguments, 3 not loaded,"
              + " 4 not executed.");

  private static final Set<String> IGNORED =
      Set.of(
          "-noversioncheck",
          "-perspective",
          "-showlocation",
          "-allowdeadlock",
          "-checkforupdates",
          "-profilelist",
          "-profilelocation",
          "-updatelinks",
          "-masterkey",
          "-credential",
          "-preferences");

  /** A wrong argument. */
  static final class WrongArgument extends Exception {
    private static final long serialVersionUID = 1L;

    WrongArgument(String message) {
      super(message);
    }
  }

  /** A setting of a node that the command line changes. */
  record NodeOption(int node, List<String> path, String value, String type) {}

  File workflow;
  File destDir;
  File destFile;
  boolean reset;
  boolean noSave;
  boolean noExecute;
  boolean failOnLoadError;
  final List<FlowVariable> variables = new ArrayList<>();
  final List<NodeOption> nodeOptions = new ArrayList<>();

  private BatchOptions() {}

  static BatchOptions parse(String... args) throws WrongArgument {
    BatchOptions options = new BatchOptions();
    for (String arg : args) {
      options.take(arg);
    }
    if (options.workflow == null) {
      throw new WrongArgument("No workflow file or directory given.");
    }
    return options;
  }

  private void take(String arg) throws WrongArgument {
    String[] parts = arg.split("=", 2);
    switch (parts[0]) {
      case "-reset" -> reset = true;
      case "-nosave" -> noSave = true;
      case "-noexecute" -> noExecute = true;
      case "-failonloaderror" -> failOnLoadError = true;
      case "-workflowDir" -> workflow = existing(arg, parts, true);
      case "-workflowFile" -> workflow = existing(arg, parts, false);
      case "-destDir" -> destDir = new File(value(arg, parts));
      case "-destFile" -> destFile = new File(value(arg, parts));
      case "-workflow.variable" -> variables.add(variable(arg, value(arg, parts)));
      case "-option" -> nodeOptions.add(nodeOption(arg, value(arg, parts)));
      default -> {
        if (!IGNORED.contains(parts[0].toLowerCase(Locale.ROOT))) {
          throw new WrongArgument("Unknown option '" + parts[0] + "'");
        }
      }
    }
  }

  private static String value(String arg, String... parts) throws WrongArgument {
    if (parts.length < 2 || parts[1].isEmpty()) {
      throw new WrongArgument("Couldn't parse " + parts[0] + " argument: " + arg);
    }
    return parts[1];
  }

  private static File existing(String arg, String[] parts, boolean folder) throws WrongArgument {
    File file = new File(value(arg, parts));
    if (folder ? !file.isDirectory() : !file.isFile()) {
      throw new WrongArgument(
          folder
              ? "Workflow directory '" + parts[1] + "' is not a directory."
              : "Workflow file '" + parts[1] + "' is not a file.");
    }
    return file;
  }

  private static FlowVariable variable(String arg, String text) throws WrongArgument {
    List<String> parts = splitQuoted(text);
    try {
      if (parts.size() == 3) {
        String name = parts.get(0);
        String value = parts.get(1);
        switch (parts.get(2)) {
          case "String":
            return new FlowVariable(name, value);
          case "int":
            return new FlowVariable(name, Integer.parseInt(value));
          case "double":
            return new FlowVariable(name, Double.parseDouble(value));
          default:
            throw new WrongArgument(
                "Couldn't parse -workflow.variable argument: "
                    + arg
                    + ": Invalid type for workflow"
                    + " variable "
                    + name
                    + ": "
                    + parts.get(2)
                    + " (String, int or double)");
        }
      }
    } catch (NumberFormatException e) {
      throw new WrongArgument(
          "Couldn't parse -workflow.variable argument: " + arg + ": " + e.getMessage());
    }
    throw new WrongArgument(
        "Couldn't parse -workflow.variable argument: " + arg + ": name,value,type expected");
  }

  /** Splits at commas outside of quotes; a backslash keeps the character behind it. */
  private static List<String> splitQuoted(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 && c == '\\' && i + 1 < text.length()) {
        part.append(text.charAt(++i));
      } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
      } else if (c == ',' && quote == 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /** {@code nodeID,name/name,value,type}; the value may contain commas. */
  private static NodeOption nodeOption(String arg, String text) throws WrongArgument {
    String[] head = text.split(",", 3);
    int last = text.lastIndexOf(',');
    if (head.length < 3 || last <= head[0].length() + 1 + head[1].length()) {
      throw new WrongArgument("Couldn't parse -option argument: " + arg);
    }
    try {
      return new NodeOption(
          Integer.parseInt(head[0]),
          List.of(head[1].split("/")),
          text.substring(head[0].length() + head[1].length() + 2, last),
          text.substring(last + 1));
    } catch (NumberFormatException e) {
      throw new WrongArgument("Couldn't parse -option argument: " + arg + ": no such node");
    }
  }
}
