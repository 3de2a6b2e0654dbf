// SPDX-License-Identifier: Apache-2.0
/**
 * Charts as records: each holds what it shows, writes itself as JSON for a page and draws itself as
 * a PNG. Knows no KNIME and nothing of how the numbers were made.
 */
package io.github.recluster.nodes.chart;
