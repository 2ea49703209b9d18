// SPDX-License-Identifier: Apache-2.0
/** What figures and exporters of plug-ins promise, with the checks. */
package org.gidn.visualisation.contract;
