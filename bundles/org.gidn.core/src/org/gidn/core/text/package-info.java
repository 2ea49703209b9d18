// SPDX-License-Identifier: Apache-2.0
/** Text that comes from outside and goes there: tables of comma-separated values or JSON lines, and the numbers in them. */
package org.gidn.core.text;
