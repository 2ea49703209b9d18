// SPDX-License-Identifier: Apache-2.0
/** Processes: begun, watched, and ended with all that they have begun. */
package org.gidn.external.internal.process;
