// SPDX-License-Identifier: Apache-2.0
/**
 * What optimisers are built of: moves and neighbours that keep a share, breeding, density maps and steps of topology
 * optimisation, open parts of a proof. Knows no settings.
 */
package org.gidn.baselines.internal;
