// SPDX-License-Identifier: Apache-2.0
/** A sample: an evaluator with several outputs, stiffness and strength, and a figure of its own. */
package org.gidn.samples.stiffness;
