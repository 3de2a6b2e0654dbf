// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import org.knime.core.standin.Predicates;

/** A condition over the values of options. */
public interface EffectPredicate {
  default EffectPredicate and(EffectPredicate other) {
    return Predicates.all(this, other);
  }
}
