// SPDX-License-Identifier: Apache-2.0
/** Between KNIME's tables and the core's: columns chosen by role, rows read, columns added. */
package io.github.recluster.nodes.table;
