// SPDX-License-Identifier: Apache-2.0
/** What a cluster costs, with workers that compute and with ones that only answer. */
package org.gidn.cluster.internal.bench;
