// SPDX-License-Identifier: Apache-2.0
/**
 * Runs: a method at work on an experiment, its evaluations counted, stored and resumed; studies, sweeps, imports and laboratories
 * as runs.
 */
package org.gidn.experiments.run;
