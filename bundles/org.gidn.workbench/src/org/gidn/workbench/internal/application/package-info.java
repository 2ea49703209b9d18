// SPDX-License-Identifier: Apache-2.0
/** The program with the window: start, perspectives, what is kept of a session, and its end. */
package org.gidn.workbench.internal.application;
