// SPDX-License-Identifier: Apache-2.0
/**
 * The only package that touches KNIME's types which are not public: dialogs, node views, port views
 * and settings. Whatever a new KNIME changes there is mended here.
 */
package io.github.recluster.nodes.webui;
