// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates.util;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** A yes or no option that is itself the condition. */
public interface BooleanReference extends EffectPredicateProvider, ParameterReference<Boolean> {
  @Override
  default EffectPredicate init(PredicateInitializer i) {
    return i.getBoolean(getClass()).isTrue();
  }
}
