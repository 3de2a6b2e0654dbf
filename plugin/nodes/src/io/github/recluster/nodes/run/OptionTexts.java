// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

/** The words of options that several nodes have. */
public final class OptionTexts {
  /** Who chooses the columns. */
  public static final String COLUMN_MODE = "Columns";

  /** What that means. */
  public static final String COLUMN_MODE_MEANING =
      "Whether the columns to read are recognized by their role or chosen by hand.";

  /** The columns chosen by hand. */
  public static final String CHOSEN = "Chosen columns";

  /** What that means. */
  public static final String CHOSEN_MEANING =
      "The columns to read, if they are chosen by hand. A column that is chosen and not in the"
          + " table is an error.";

  /** What to do about missing values. */
  public static final String MISSING = "Missing values";

  /** What that means. */
  public static final String MISSING_MEANING =
      "What to do with a row in which a column to read has a missing value, NaN or an infinity.";

  /** Number of threads. */
  public static final String THREADS = "Number of threads";

  /** What that means. */
  public static final String THREADS_MEANING =
      "How many threads compute; 0 takes all processors. The result is the same for any number.";

  /** Whether random numbers begin at the same place each time. */
  public static final String STATIC_SEED = "Use static random seed";

  /** What that means. */
  public static final String STATIC_SEED_MEANING =
      "If checked, random numbers begin with the seed below, and the same table gives the same"
          + " result each time. If not, each run draws a new seed.";

  /** Where they begin. */
  public static final String SEED = "Seed";

  /** What that means. */
  public static final String SEED_MEANING =
      "Where random numbers begin. Another seed gives another, equally valid result: what differs"
          + " between seeds should not be relied on.";

  private OptionTexts() {}
}
