// SPDX-License-Identifier: Apache-2.0
/** Workers on other machines: what a queue has to be able to do that starts them, and what is set and known of them. */
package org.gidn.cluster;
