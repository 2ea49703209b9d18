// SPDX-License-Identifier: Apache-2.0
/** Workers as processes of this machine. */
package org.gidn.cluster.internal.processes;
