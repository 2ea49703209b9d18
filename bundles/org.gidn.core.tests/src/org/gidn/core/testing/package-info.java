// SPDX-License-Identifier: Apache-2.0
/** What the tests of design methods share: a run in memory. */
package org.gidn.core.testing;
