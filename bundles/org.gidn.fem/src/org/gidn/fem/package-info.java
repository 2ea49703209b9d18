// SPDX-License-Identifier: Apache-2.0
/**
 * Plane-stress finite elements for the cracked composite of Chen and Gu (2020): the toughness of a plate of stiff and soft
 * elements with an edge crack, its gradient, its fields, its neighbours and its optimum over all designs.
 */
package org.gidn.fem;
