// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Stand-in. */
public interface FluentNodeAPI {}
