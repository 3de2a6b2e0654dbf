// SPDX-License-Identifier: Apache-2.0
/** One classifier a cluster, told apart from all other rows; with reports one can believe. */
package io.github.recluster.core.ovr;
