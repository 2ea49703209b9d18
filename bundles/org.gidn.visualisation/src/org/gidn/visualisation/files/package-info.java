// SPDX-License-Identifier: Apache-2.0
/** Figures as files: pictures and tables. */
package org.gidn.visualisation.files;
