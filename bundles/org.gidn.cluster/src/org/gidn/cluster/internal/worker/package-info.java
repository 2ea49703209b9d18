// SPDX-License-Identifier: Apache-2.0
/** A worker, in plain Java: takes chunks, does them, and leaves when its lease or its time ends. */
package org.gidn.cluster.internal.worker;
