// SPDX-License-Identifier: Apache-2.0
/** A sample: a predictor by the nearest neighbours. */
package org.gidn.samples.neighbours;
