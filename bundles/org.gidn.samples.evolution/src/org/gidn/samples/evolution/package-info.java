// SPDX-License-Identifier: Apache-2.0
/** A sample: a design method, differential evolution. */
package org.gidn.samples.evolution;
