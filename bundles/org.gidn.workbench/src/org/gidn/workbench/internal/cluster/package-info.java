// SPDX-License-Identifier: Apache-2.0
/** The view of clusters. Asks the cluster's own status only. */
package org.gidn.workbench.internal.cluster;
