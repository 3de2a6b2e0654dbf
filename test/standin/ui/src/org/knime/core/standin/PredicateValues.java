// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.knime.core.standin.Predicates.Evaluable;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Conditions over given values. */
public final class PredicateValues implements PredicateInitializer {
  private final Map<Class<?>, Object> values;

  /** The values by the references that name them. */
  public PredicateValues(Map<Class<?>, Object> values) {
    this.values = values;
  }

  private Object value(Class<? extends ParameterReference<?>> reference) {
    if (isMissing(reference)) {
      throw new IllegalArgumentException("no option has the reference " + reference.getName());
    }
    return values.get(reference);
  }

  @Override
  public StringReference getString(Class<? extends ParameterReference<String>> reference) {
    String text = (String) value(reference);
    return new StringReference() {
      @Override
      public EffectPredicate isEqualTo(String value) {
        return (Evaluable) () -> value.equals(text);
      }

      @Override
      public EffectPredicate matchesPattern(String pattern) {
        return (Evaluable) () -> text.matches(pattern);
      }
    };
  }

  @Override
  public BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference) {
    boolean isSet = (Boolean) value(reference);
    return new BooleanReference() {
      @Override
      public EffectPredicate isTrue() {
        return Predicates.constant(isSet);
      }

      @Override
      public EffectPredicate isFalse() {
        return Predicates.constant(!isSet);
      }
    };
  }

  @Override
  public <E extends Enum<E>> EnumReference<E> getEnum(
      Class<? extends ParameterReference<E>> reference) {
    Object constant = value(reference);
    return new EnumReference<>() {
      @Override
      @SafeVarargs
      public final EffectPredicate isOneOf(E... constants) {
        return Predicates.constant(List.of(constants).contains(constant));
      }
    };
  }

  @Override
  public boolean isMissing(Class<? extends ParameterReference<?>> reference) {
    return !values.containsKey(reference);
  }

  @Override
  public EffectPredicate getConstant(Predicate<NodeParametersInput> predicate) {
    return (Evaluable) () -> predicate.test(new ParametersInput());
  }

  @Override
  public EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> providerClass) {
    return getPredicate(ParametersFields.create(providerClass));
  }

  @Override
  public EffectPredicate getPredicate(EffectPredicateProvider provider) {
    return provider.init(this);
  }
}
