// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.function.Supplier;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/** Computes a value, a list of choices or a message for the dialog. */
public interface StateProvider<S> {
  void init(StateProviderInitializer initializer);

  S computeState(NodeParametersInput context) throws StateComputationFailureException;

  /** When to compute, and from what. */
  interface StateProviderInitializer {
    NodeParametersInput getNodeParametersInput();

    <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> reference);

    <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> reference);

    <T> void computeOnValueChange(Class<? extends ParameterReference<T>> reference);

    <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

    void computeOnButtonClick(Class<? extends ButtonReference> reference);

    void computeBeforeOpenDialog();

    void computeAfterOpenDialog();
  }
}
