// SPDX-License-Identifier: Apache-2.0
/** The formats of export, a class each. */
package org.gidn.export.internal.formats;
