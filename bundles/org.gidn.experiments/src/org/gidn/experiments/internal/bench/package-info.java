// SPDX-License-Identifier: Apache-2.0
/** What storing costs, against SQLite alone. */
package org.gidn.experiments.internal.bench;
