// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

/**
 * One thing that a class file refers to.
 *
 * @param how what is done with it
 * @param owner the type named in the class file, which may only inherit the member
 * @param key name and descriptor of the member; empty for a type itself
 */
record Use(How how, String owner, String key) implements Comparable<Use> {
  /** What is done. */
  enum How {
    TYPE,
    SUPERTYPE,
    CALL,
    CALL_INTERFACE,
    CALL_STATIC,
    CALL_STATIC_INTERFACE,
    READ,
    WRITE,
    READ_STATIC,
    WRITE_STATIC,
    LAMBDA,
    ANNOTATION,
    ELEMENT;

    boolean isStatic() {
      return this == CALL_STATIC
          || this == CALL_STATIC_INTERFACE
          || this == READ_STATIC
          || this == WRITE_STATIC;
    }

    boolean isCall() {
      return name().startsWith("CALL");
    }

    boolean isOnInterface() {
      return this == CALL_INTERFACE || this == CALL_STATIC_INTERFACE;
    }

    boolean isWrite() {
      return this == WRITE || this == WRITE_STATIC;
    }
  }

  /** Type, or type and member. */
  String text() {
    return key.isEmpty() ? owner : owner + "." + key;
  }

  @Override
  public int compareTo(Use other) {
    int byText = text().compareTo(other.text());
    return byText != 0 ? byText : how.compareTo(other.how);
  }
}
