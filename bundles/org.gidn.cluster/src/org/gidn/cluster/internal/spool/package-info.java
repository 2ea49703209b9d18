// SPDX-License-Identifier: Apache-2.0
/** Files of the shared folder by which driver and workers speak with each other, and how they are written. */
package org.gidn.cluster.internal.spool;
