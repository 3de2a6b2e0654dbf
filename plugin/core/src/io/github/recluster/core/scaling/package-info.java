// SPDX-License-Identifier: Apache-2.0
/** Columns of different kinds and scales made comparable, and the same done to new rows. */
package io.github.recluster.core.scaling;
