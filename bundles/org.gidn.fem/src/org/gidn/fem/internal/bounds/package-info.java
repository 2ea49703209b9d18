// SPDX-License-Identifier: Apache-2.0
/** Bounds on what any completion of a part of a design can reach. */
package org.gidn.fem.internal.bounds;
