// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

/** Stand-in. */
public interface NodeParameters {}
