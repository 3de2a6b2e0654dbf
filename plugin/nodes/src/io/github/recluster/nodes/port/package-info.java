// SPDX-License-Identifier: Apache-2.0
/** The model ports: what they keep, how it is saved, and what a port view shows. */
package io.github.recluster.nodes.port;
