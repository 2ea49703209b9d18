// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;

/**
 * A feature that adds plug-ins to the product.
 *
 * @param id identifier of the feature, e.g. {@code org.gidn.samples.evolution.feature}
 * @param name what the user sees
 * @param version its version
 * @param site the update site that offers it; null for an installed one
 * @since 1.0
 */
public record Plugin(String id, String name, String version, URI site) {}
