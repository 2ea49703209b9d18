// SPDX-License-Identifier: Apache-2.0
/** YAML as a tree that knows its places. What the fields mean is their readers' business. */
package org.gidn.experiments.internal.reading;
