// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/** A name, in the form of a class, by which other options refer to one option's value. */
public interface ParameterReference<V> {}
