// SPDX-License-Identifier: Apache-2.0
/** The shapes of data that stages hand to one another. */
package io.github.recluster.core.data;
