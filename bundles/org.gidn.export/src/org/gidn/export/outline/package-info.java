// SPDX-License-Identifier: Apache-2.0
/** Outlines of designs for printers and cutters. */
package org.gidn.export.outline;
