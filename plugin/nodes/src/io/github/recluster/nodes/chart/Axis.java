// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of numbers from one place on the sheet to another, with round ticks; equally spaced in
 * log(1 + x) if so asked.
 */
record Axis(double low, double high, double from, double to, boolean logarithmic) {

  Axis(double low, double high, double from, double to) {
    this(low, high, from, to, false);
  }

  double at(double value) {
    if (high == low) {
      return (from + to) / 2;
    }
    double share =
        logarithmic
            ? (StrictMath.log1p(value) - StrictMath.log1p(low))
                / (StrictMath.log1p(high) - StrictMath.log1p(low))
            : (value - low) / (high - low);
    return from + (to - from) * share;
  }

  /** About so many round numbers within the axis. */
  List<Double> ticks(int about) {
    var ticks = new ArrayList<Double>();
    if (logarithmic) {
      if (low <= 0) {
        ticks.add(0.0);
      }
      int decades = (int) Math.max(1, Math.ceil(StrictMath.log10(Math.max(high, 1)) / about));
      for (double power = 1; power <= high; power *= StrictMath.pow(10, decades)) {
        if (power >= low) {
          ticks.add(power);
        }
      }
      return ticks;
    }
    double step = step(about);
    double first = Math.ceil(low / step - 1e-9);
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 2 * about + 1; i++) { // large numbers may be further apart than a step
      double tick = (first + i) * step;
      if (tick > before && tick <= high + step * 1e-9) {
        ticks.add(tick);
        before = tick;
      }
    }
    return ticks;
  }

  private double step(int about) {
    double rough = (high - low) / Math.max(1, about);
    if (!(rough > 0) || Double.isInfinite(rough)) {
      return 1;
    }
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
    double lead = rough / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
  }

  /** A number as one reads it on an axis: 1,200; 45k; 0.05. */
  static String format(double value) {
    double size = Math.abs(value);
    if (size >= 1e15 || (size > 0 && size < 1e-4)) {
      return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toString();
    }
    if (size >= 1e6) {
      return short3(value / 1e6) + (size >= 1e9 ? "" : "M");
    }
    return size >= 1e4 ? short3(value / 1e3) + "k" : short3(value);
  }

  /** Rounded to so many digits. */
  static double round(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }

  /** Four digits at most. */
  static String short3(double value) {
    if (value == 0 || Double.isNaN(value)) {
      return value == 0 ? "0" : "–";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    return (rounded.signum() < 0 ? "−" : "") + grouped(rounded.abs());
  }

  private static String grouped(BigDecimal value) {
    String plain = value.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    return String.format(Locale.ROOT, "%,d", new BigInteger(whole))
        + (point < 0 ? "" : plain.substring(point));
  }
}
