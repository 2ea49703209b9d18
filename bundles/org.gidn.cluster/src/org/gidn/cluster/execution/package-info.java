// SPDX-License-Identifier: Apache-2.0
/** Batches of designs evaluated by the workers of a cluster. */
package org.gidn.cluster.execution;
