// SPDX-License-Identifier: Apache-2.0
/** Runs in a process of Spark: keeps workers alive as Spark's tasks. */
package org.gidn.spark.driver;
