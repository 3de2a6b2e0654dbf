// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.List;
import java.util.stream.Stream;
import org.knime.node.parameters.updates.EffectPredicate;

/** Conditions over parameters, as a tree that can be evaluated. */
public final class Predicates {
  private Predicates() {}

  /** Whether a condition holds now. */
  public static boolean holds(EffectPredicate predicate) {
    return ((Evaluable) predicate).test();
  }

  public static EffectPredicate constant(boolean value) {
    return (Evaluable) () -> value;
  }

  /** All must hold. */
  public static EffectPredicate all(EffectPredicate... predicates) {
    List<EffectPredicate> parts = List.of(predicates);
    return (Evaluable) () -> parts.stream().allMatch(Predicates::holds);
  }

  /** One must hold. */
  public static EffectPredicate any(EffectPredicate... predicates) {
    return (Evaluable) () -> Stream.of(predicates).anyMatch(Predicates::holds);
  }

  /** Must not hold. */
  public static EffectPredicate not(EffectPredicate predicate) {
    return (Evaluable) () -> !holds(predicate);
  }

  /** A condition that knows how to look. */
  @FunctionalInterface
  interface Evaluable extends EffectPredicate {
    boolean test();
  }
}
