// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import org.knime.node.parameters.updates.util.BooleanReference;

/** Whether the seed is static: the seed's field shows if so. */
public final class StaticSeed implements BooleanReference {}
