// SPDX-License-Identifier: Apache-2.0
/** What several formats of export use. */
package org.gidn.export.internal;
