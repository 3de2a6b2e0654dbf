// SPDX-License-Identifier: Apache-2.0
/** The KNIME nodes: a table becomes a matrix, a model becomes a table and a chart. */
package io.github.recluster.nodes;
