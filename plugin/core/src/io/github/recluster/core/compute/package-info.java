// SPDX-License-Identifier: Apache-2.0
/** Threads, progress, cancellation and random numbers: what makes stages fast and repeatable. */
package io.github.recluster.core.compute;
