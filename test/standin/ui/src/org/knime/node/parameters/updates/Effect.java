// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables an option by the values of others. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {
  Class<? extends EffectPredicateProvider> predicate();

  EffectType type();

  /** What happens where the predicate holds. */
  enum EffectType {
    ENABLE,
    DISABLE,
    SHOW,
    HIDE
  }
}
