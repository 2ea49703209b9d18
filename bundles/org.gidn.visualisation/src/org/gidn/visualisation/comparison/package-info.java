// SPDX-License-Identifier: Apache-2.0
/** Runs beside each other: their curves, their settings, and what they have found with so many evaluations. */
package org.gidn.visualisation.comparison;
