// SPDX-License-Identifier: Apache-2.0
/** A sample: benchmark problems as evaluators. */
package org.gidn.samples.benchmarks;
