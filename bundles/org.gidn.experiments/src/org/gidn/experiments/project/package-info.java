// SPDX-License-Identifier: Apache-2.0
/** Projects and what their runs have stored: read, searched, labelled, checked and repaired. Nothing else opens the store. */
package org.gidn.experiments.project;
