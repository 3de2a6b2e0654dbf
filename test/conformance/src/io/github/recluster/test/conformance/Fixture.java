// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.conformance;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Supplier;

/** A small framework, and a small bundle that uses it: what {@link ConformanceSelfTest} checks. */
public final class Fixture {
  private Fixture() {}

  /** Has an area. */
  public interface Shape {
    double area();

    default String name() {
      return "shape";
    }
  }

  /** Has a size that its subclasses know. */
  public abstract static class Sized {
    protected int size;

    protected Sized() {}

    public static int unit() {
      return 1;
    }

    public int twice() {
      return 2 * size;
    }
  }

  /** A function of one text. */
  public interface Measure {
    int of(String text);
  }

  /** Marks a type. */
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Mark {
    String value();
  }

  /** Marks a type for the compiler only. */
  public @interface Fleeting {}

  /** The bundle. */
  @Mark("square")
  static final class Square extends Sized implements Shape {
    Square() {
      size = unit();
    }

    @Override
    public double area() {
      Measure measure = String::length;
      Supplier<String> name = this::name;
      return twice() + measure.of(name.get());
    }
  }
}
