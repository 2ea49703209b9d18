// SPDX-License-Identifier: Apache-2.0
/** Curves as figures are given them. */
package org.gidn.visualisation.internal.curves;
