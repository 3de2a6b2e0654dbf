// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signatures of a real KNIME: one line a type, one indented line a member, its descriptor after
 * {@code #}. {@code L?Name;} in a descriptor is a type that the list's maker did not resolve.
 */
final class SignatureList implements Types {
  private static final Pattern TYPE = Pattern.compile("^(.*?)\\b(class|interface) ([\\w.$]+)(.*)$");
  private static final Pattern WORD = Pattern.compile("[\\w.$]+");

  private final String listName;
  private final Map<String, ApiType> types = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();

  private SignatureList(String listName, List<String> lines) {
    this.listName = listName;
    ApiType type = null;
    for (String line : lines) {
      if (line.startsWith(" ")) {
        ApiMember member = member(type, line.strip());
        type.members().put(member.key(), member);
      } else if (!line.isBlank()) {
        type = type(line);
        types.put(type.name(), type);
      }
      WORD.matcher(line).results().forEach(word -> mentioned.add(word.group()));
    }
    types.values().forEach(each -> each.supertypes().replaceAll(this::withDollars));
  }

  /** Nested types are named with a dot here and there. */
  private String withDollars(String typeName) {
    for (String name = typeName; name.contains("."); name = dollarForLastDot(name)) {
      if (types.containsKey(name)) {
        return name;
      }
    }
    return typeName;
  }

  private static String dollarForLastDot(String typeName) {
    int dot = typeName.lastIndexOf('.');
    return typeName.substring(0, dot) + "$" + typeName.substring(dot + 1);
  }

  static SignatureList read(Path file) {
    try {
      return of(String.valueOf(file.getFileName()), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SignatureList of(String name, List<String> lines) {
    return new SignatureList(name, lines);
  }

  @Override
  public Optional<ApiType> find(String typeName) {
    return Optional.ofNullable(types.get(typeName));
  }

  /** Whether the list names a type without listing it: of that one no more is known. */
  boolean isOnlyMentioned(String typeName) {
    return !types.containsKey(typeName) && mentioned.contains(typeName);
  }

  @Override
  public String toString() {
    return listName;
  }

  private static ApiType type(String line) {
    Matcher match = TYPE.matcher(line);
    if (!match.matches()) {
      throw new IllegalArgumentException("not a type: " + line);
    }
    List<String> supertypes = new ArrayList<>();
    for (String word : withoutTypeArguments(match.group(4)).split("[\\s,]+")) {
      if (!word.isEmpty() && !word.equals("extends") && !word.equals("implements")) {
        supertypes.add(word);
      }
    }
    boolean isInterface = match.group(2).equals("interface");
    return new ApiType(
        match.group(3),
        ApiType.Kind.of(isInterface, supertypes),
        words(match.group(1)),
        supertypes,
        new LinkedHashMap<>());
  }

  private static ApiMember member(ApiType type, String line) {
    int hash = line.lastIndexOf("   # ");
    String descriptor = line.substring(hash + 5);
    boolean isMethod = descriptor.startsWith("(");
    String head = line.substring(0, isMethod ? line.indexOf('(') : hash);
    String plain = withoutTypeArguments(head).strip();
    int space = plain.lastIndexOf(' ');
    String name = plain.substring(space + 1);
    return new ApiMember(
        type.name(),
        name.equals(type.name()) ? "<init>" : name,
        descriptor,
        isMethod,
        words(plain.substring(0, Math.max(space, 0))));
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>(List.of(text.strip().split("\\s+")));
    words.remove("");
    return words;
  }

  private static String withoutTypeArguments(String text) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : 0;
      if (depth == 0) {
        plain.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    return plain.toString();
  }
}
