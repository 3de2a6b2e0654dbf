// SPDX-License-Identifier: Apache-2.0
package org.knime.node.impl.description;

/** A link in a node description. */
public record ExternalResource(String href, String description) {}
