// SPDX-License-Identifier: Apache-2.0
/** Studies: figures and tables of publications made again, beside what was printed. */
package org.gidn.visualisation.study;
