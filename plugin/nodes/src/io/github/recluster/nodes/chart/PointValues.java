// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A column shown for each point of a map: on hover, and as its color when chosen.
 *
 * @param numbers a value a point, NaN if missing; for categories their codes, −1 if missing
 * @param categories the categories' names; empty for numbers
 * @param range what the ends of their colors stand for; null = as the numbers lie
 */
@SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
public record PointValues(String name, float[] numbers, List<String> categories, Range range) {
  private static final int FEW = 12;

  public PointValues {
    categories = List.copyOf(categories);
  }

  public PointValues(String name, float[] numbers, List<String> categories) {
    this(name, numbers, categories, null);
  }

  public PointValues(String name, float[] numbers) {
    this(name, numbers, List.of());
  }

  /** With fixed ends of the color scale. */
  public PointValues in(Range fixed) {
    return new PointValues(name, numbers, categories, fixed);
  }

  /** What the ends of the color scale stand for. */
  Range colorRange() {
    return range != null ? range : Range.of(numbers);
  }

  boolean isMissing(int point) {
    return !Float.isFinite(numbers[point]) || (!categories.isEmpty() && numbers[point] < 0);
  }

  /** The different values, rising, if they are few and numbers; else none. */
  List<Double> few() {
    if (!categories.isEmpty()) {
      return List.of();
    }
    List<Double> different =
        IntStream.range(0, numbers.length)
            .filter(i -> !isMissing(i))
            .mapToObj(i -> (double) numbers[i])
            .distinct()
            .limit(FEW + 1)
            .sorted()
            .toList();
    return different.size() > FEW ? List.of() : different;
  }

  /** A point's value as text: a category, or a number of four digits. */
  String text(int point) {
    float value = numbers[point];
    if (Float.isNaN(value) || (!categories.isEmpty() && value < 0)) {
      return "missing";
    }
    return categories.isEmpty() ? Axis.format(Axis.round(value, 4)) : categories.get((int) value);
  }

  Json.Raw json() {
    return Json.of(
        "name",
        name,
        "numbers",
        Json.pack(numbers),
        "categories",
        categories.isEmpty() ? null : categories,
        "range",
        range == null ? null : range.json());
  }
}
