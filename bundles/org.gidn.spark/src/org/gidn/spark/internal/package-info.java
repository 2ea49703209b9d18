// SPDX-License-Identifier: Apache-2.0
/** Spark as a place for workers: its settings, and the process that speaks with it. */
package org.gidn.spark.internal;
