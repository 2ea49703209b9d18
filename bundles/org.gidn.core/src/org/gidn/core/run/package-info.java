// SPDX-License-Identifier: Apache-2.0
/** Design methods and what a run gives them: evaluations that are counted and stored, checkpoints, artefacts and random streams. */
package org.gidn.core.run;
