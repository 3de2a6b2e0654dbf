// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

/** Can be saved field by field. */
public interface Persistable {}
