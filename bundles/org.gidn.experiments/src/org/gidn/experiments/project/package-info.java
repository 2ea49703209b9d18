// SPDX-License-Identifier: Apache-2.0
/** What is known of a project's runs, as values: records, results, labels, measurements, and what a check of a store has found. */
package org.gidn.experiments.project;
