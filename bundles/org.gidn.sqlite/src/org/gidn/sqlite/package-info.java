// SPDX-License-Identifier: Apache-2.0
/** SQLite, with its native libraries beside it. */
package org.gidn.sqlite;
