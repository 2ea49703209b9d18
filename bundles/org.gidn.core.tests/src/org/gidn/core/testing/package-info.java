// SPDX-License-Identifier: Apache-2.0
/** What the tests of design methods share: problems to try them on, and predictors that let a test look on. */
package org.gidn.core.testing;
