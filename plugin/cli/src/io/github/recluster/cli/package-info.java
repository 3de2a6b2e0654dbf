// SPDX-License-Identifier: Apache-2.0
/** The stage command: one stage of the core on a CSV file, for scripts and benchmarks. */
package io.github.recluster.cli;
