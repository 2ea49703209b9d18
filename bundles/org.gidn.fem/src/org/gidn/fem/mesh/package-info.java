// SPDX-License-Identifier: Apache-2.0
/** Plates of rectangular elements, and the element that they are made of. */
package org.gidn.fem.mesh;
