// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/** A name for a button. */
public interface ButtonReference {}
