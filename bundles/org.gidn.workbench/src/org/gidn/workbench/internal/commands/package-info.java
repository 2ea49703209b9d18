// SPDX-License-Identifier: Apache-2.0
/** What menu entries and keys do, a handler each. */
package org.gidn.workbench.internal.commands;
