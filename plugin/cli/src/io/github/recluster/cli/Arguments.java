// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of one call, checked against those that the stage knows. */
final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  private Arguments() {}

  /**
   * Reads {@code --name value} and {@code --name=value}.
   *
   * @throws InputException for an option that is unknown, has no value, comes twice, or is missing
   */
  static Arguments parse(List<String> words, List<Option> options) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        throw new InputException("an option starts with --, got " + word);
      }
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      if (options.stream().noneMatch(option -> option.name().equals(name))) {
        throw new InputException("there is no option --" + name);
      }
      if (equals < 0 && i + 1 == words.size()) {
        throw new InputException("--" + name + " needs a value");
      }
      String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
      if (arguments.values.put(name, value) != null) {
        throw new InputException("--" + name + " is given twice");
      }
    }
    for (Option option : options) {
      if (option.value() == null && !arguments.values.containsKey(option.name())) {
        throw new InputException("--" + option.name() + " must be given");
      }
      arguments.values.putIfAbsent(option.name(), option.value());
    }
    return arguments;
  }

  String text(String name) {
    return values.get(name);
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  int whole(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw wrong(name, "a whole number");
    }
  }

  long longWhole(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw wrong(name, "a whole number");
    }
  }

  double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw wrong(name, "a number");
    }
  }

  boolean flag(String name) {
    return switch (text(name)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "true or false");
    };
  }

  InputException wrong(String name, String rule) {
    return new InputException("--" + name + " must be " + rule + ", got " + text(name));
  }

  /** A file that is there. */
  Path input(String name) {
    Path path = path(name);
    if (!Files.isRegularFile(path)) {
      throw new InputException("--" + name + " must be a file, and " + path + " is none");
    }
    return path;
  }

  Optional<Path> optionalInput(String name) {
    return has(name) ? Optional.of(input(name)) : Optional.empty();
  }

  /** A file to write, in a folder that is there. */
  Path output(String name) {
    Path path = path(name).toAbsolutePath();
    if (Files.isDirectory(path)) {
      throw new InputException("--" + name + " must be a file, and " + path + " is a folder");
    }
    if (!Files.isDirectory(path.getParent())) {
      throw new InputException("--" + name + ": there is no folder " + path.getParent());
    }
    return path;
  }

  /** A folder, or the place of one that is yet to be made. */
  Path folder(String name) {
    Path path = path(name).toAbsolutePath();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw wrong(name, "a folder");
    }
    return path;
  }

  Optional<Path> optionalOutput(String name) {
    return has(name) ? Optional.of(output(name)) : Optional.empty();
  }

  Path path(String name) {
    try {
      return Path.of(text(name));
    } catch (InvalidPathException e) {
      throw wrong(name, "a path");
    }
  }
}
