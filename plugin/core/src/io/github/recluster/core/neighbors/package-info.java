// SPDX-License-Identifier: Apache-2.0
/** Who lies nearest to whom: metrics, exact and approximate k-nearest neighbors. */
package io.github.recluster.core.neighbors;
