// SPDX-License-Identifier: Apache-2.0
/** Weighted graphs: their components, and the slow vibrations that start a layout. */
package io.github.recluster.core.graph;
