// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.updates.StateProvider;

/** Lists what can be chosen. */
public interface ChoicesStateProvider<S> extends StateProvider<List<S>> {}
