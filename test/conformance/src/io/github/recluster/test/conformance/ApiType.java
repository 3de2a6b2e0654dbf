// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A type with its public and protected members.
 *
 * @param supertypes the superclass first, where there is one
 * @param members by {@link ApiMember#key}
 */
record ApiType(
    String name,
    Kind kind,
    Set<String> words,
    List<String> supertypes,
    Map<String, ApiMember> members) {
  /** What the type is. */
  enum Kind {
    CLASS,
    INTERFACE,
    ANNOTATION,
    ENUM,
    RECORD;

    static Kind of(boolean isInterface, List<String> supertypes) {
      if (supertypes.contains("java.lang.annotation.Annotation")) {
        return ANNOTATION;
      }
      if (isInterface) {
        return INTERFACE;
      }
      if (supertypes.contains("java.lang.Enum")) {
        return ENUM;
      }
      return supertypes.contains("java.lang.Record") ? RECORD : CLASS;
    }
  }

  boolean isInterface() {
    return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
  }

  boolean isVisible() {
    return words.contains("public") || words.contains("protected");
  }

  boolean isFinal() {
    return words.contains("final");
  }

  boolean isAbstract() {
    return words.contains("abstract") || isInterface();
  }
}
