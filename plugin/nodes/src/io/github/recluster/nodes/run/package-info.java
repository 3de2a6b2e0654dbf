// SPDX-License-Identifier: Apache-2.0
/** How a stage runs inside a node: progress, cancellation, threads, memory. */
package io.github.recluster.nodes.run;
