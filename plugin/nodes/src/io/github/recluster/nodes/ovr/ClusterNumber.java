// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a cluster, by which it is colored. */
public final class ClusterNumber {
  private static final Pattern NUMBERED = Pattern.compile("cluster_(\\d{1,8})");

  private ClusterNumber() {}

  /** The number of {@code cluster_3} is 3; a cluster of another name has its place as number. */
  public static int of(String label, int place) {
    Matcher numbered = NUMBERED.matcher(label);
    return numbered.matches() ? Integer.parseInt(numbered.group(1)) : place;
  }
}
