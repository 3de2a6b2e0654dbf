// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;

/** Makes a condition from the values it names. */
public interface EffectPredicateProvider {
  EffectPredicate init(PredicateInitializer i);

  /** Where a condition gets the values from. */
  interface PredicateInitializer {
    StringReference getString(Class<? extends ParameterReference<String>> reference);

    BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

    <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

    boolean isMissing(Class<? extends ParameterReference<?>> reference);

    EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

    EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> providerClass);

    EffectPredicate getPredicate(EffectPredicateProvider provider);

    /** A text option. */
    interface StringReference {
      EffectPredicate isEqualTo(String value);

      EffectPredicate matchesPattern(String pattern);
    }

    /** A yes or no option. */
    interface BooleanReference {
      EffectPredicate isTrue();

      EffectPredicate isFalse();
    }

    /** A choice among constants. */
    interface EnumReference<E extends Enum<E>> {
      @SuppressWarnings("unchecked")
      EffectPredicate isOneOf(E... values);
    }
  }
}
