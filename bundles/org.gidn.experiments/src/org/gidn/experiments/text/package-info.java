// SPDX-License-Identifier: Apache-2.0
/** Texts that experiments, settings and answers are written in, and what is wrong in them at which place. Knows nothing of what they mean. */
package org.gidn.experiments.text;
