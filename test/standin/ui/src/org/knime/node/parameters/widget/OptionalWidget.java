// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** The value that an optional field starts with when it is switched on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OptionalWidget {
  Class<? extends DefaultValueProvider<?>> defaultProvider();

  /** Computes that value. */
  interface DefaultValueProvider<T> extends StateProvider<T> {
    @Override
    default void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
    }
  }
}
