// SPDX-License-Identifier: Apache-2.0
/** A sample: an evaluator that calls another program, CalculiX. */
package org.gidn.samples.calculix;
