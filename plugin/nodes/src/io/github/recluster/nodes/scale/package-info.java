// SPDX-License-Identifier: Apache-2.0
/** The nodes Scale and Scale (Apply). */
package io.github.recluster.nodes.scale;
