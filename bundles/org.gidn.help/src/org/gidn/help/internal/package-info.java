// SPDX-License-Identifier: Apache-2.0
/** Pages of the guide that list what is installed. */
package org.gidn.help.internal;
