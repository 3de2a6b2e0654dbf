// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog;

/** Carries settings between a node and its dialog; the stand-in shows no dialogs. */
public interface NodeSettingsService {}
