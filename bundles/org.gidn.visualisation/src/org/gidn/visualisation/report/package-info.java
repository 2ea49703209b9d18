// SPDX-License-Identifier: Apache-2.0
/** The report of a run as a page of HTML. */
package org.gidn.visualisation.report;
