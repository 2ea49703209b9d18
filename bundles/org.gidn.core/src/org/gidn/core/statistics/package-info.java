// SPDX-License-Identifier: Apache-2.0
/** Measures of how well predictions fit, and the few sample statistics that they need. */
package org.gidn.core.statistics;
