// SPDX-License-Identifier: Apache-2.0
/**
 * Finite elements of a plate: kernels that solve many designs at once, pairs and exhaustive search, and their plain
 * references.
 */
package org.gidn.fem.internal;
