// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import java.util.Set;

/**
 * A method or field of a type.
 *
 * @param descriptor as in a class file
 */
record ApiMember(
    String owner, String name, String descriptor, boolean isMethod, Set<String> words) {
  boolean isStatic() {
    return words.contains("static");
  }

  boolean isFinal() {
    return words.contains("final");
  }

  boolean isAbstract() {
    return words.contains("abstract");
  }

  boolean isPublic() {
    return words.contains("public");
  }

  /** Name and descriptor: what a call is linked by. */
  String key() {
    return isMethod ? name + descriptor : name + ":" + descriptor;
  }

  @Override
  public String toString() {
    return owner + "." + key();
  }
}
