// SPDX-License-Identifier: Apache-2.0
/** What every exporter promises, to be checked by the tests of a plug-in. */
package org.gidn.export.contract;
