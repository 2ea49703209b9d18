// SPDX-License-Identifier: Apache-2.0
/**
 * The driver: hands chunks out, takes answers in, hires workers, tries them by canaries and tells how they fare. Knows
 * no engine.
 */
package org.gidn.cluster.internal.driver;
