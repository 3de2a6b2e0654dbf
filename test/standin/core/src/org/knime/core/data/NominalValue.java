// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** One of a finite set of values. */
public interface NominalValue extends DataValue {}
