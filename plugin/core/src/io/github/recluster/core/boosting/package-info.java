// SPDX-License-Identifier: Apache-2.0
/** The seam to whatever trains trees: options in, {@link BinaryBooster}, tree ensembles out. */
package io.github.recluster.core.boosting;
