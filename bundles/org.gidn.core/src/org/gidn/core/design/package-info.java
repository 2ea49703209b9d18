// SPDX-License-Identifier: Apache-2.0
/**
 * Designs and the spaces that they come from: blocks of variables with their levels, limits and pictures, batches of designs, and
 * designs as text and in tables.
 */
package org.gidn.core.design;
