// SPDX-License-Identifier: Apache-2.0
/** What all nodes that apply a model to a table have in common. */
package io.github.recluster.nodes.apply;
