// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Values with an order, so that a column has a smallest and a largest. */
public interface BoundedValue extends DataValue {}
