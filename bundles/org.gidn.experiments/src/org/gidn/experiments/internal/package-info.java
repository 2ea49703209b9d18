// SPDX-License-Identifier: Apache-2.0
/** What all of this bundle uses: messages, locks of folders, sums. Depends on no other package of it. */
package org.gidn.experiments.internal;
