// SPDX-License-Identifier: Apache-2.0
/** A program with what it needs to be called. */
package org.gidn.external.internal.program;
