// SPDX-License-Identifier: Apache-2.0
/** From tables and models to charts. */
package io.github.recluster.nodes.view;
