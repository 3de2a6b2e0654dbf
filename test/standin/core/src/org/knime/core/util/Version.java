// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.Serializable;
import java.util.Objects;

/** Major, minor, revision and a qualifier. */
public final class Version implements Comparable<Version>, Serializable {
  private static final long serialVersionUID = 1L;
  private final int major;
  private final int minor;
  private final int revision;
  private final String qualifier;

  public Version(int major, int minor, int revision) {
    this(major, minor, revision, "");
  }

  public Version(int major, int minor, int revision, String qualifier) {
    this.major = major;
    this.minor = minor;
    this.revision = revision;
    this.qualifier = qualifier;
  }

  public Version(String text) {
    String[] parts = text.split("\\.", 4);
    this.major = Integer.parseInt(parts[0]);
    this.minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    this.revision = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
    this.qualifier = parts.length > 3 ? parts[3] : "";
  }

  @Override
  public int compareTo(Version other) {
    int[] mine = {major, minor, revision};
    int[] theirs = {other.major, other.minor, other.revision};
    int order = java.util.Arrays.compare(mine, theirs);
    return order != 0 ? order : qualifier.compareTo(other.qualifier);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version && compareTo((Version) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(major, minor, revision, qualifier);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + revision + (qualifier.isEmpty() ? "" : "." + qualifier);
  }
}
