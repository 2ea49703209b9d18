// SPDX-License-Identifier: Apache-2.0
/** SLURM by its commands: what is asked, and what its answers mean. */
package org.gidn.slurm.internal;
