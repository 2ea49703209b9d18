// SPDX-License-Identifier: Apache-2.0
/** Settings as extensions declare them and as their factories get them: checked, with the nearest name where one is unknown. */
package org.gidn.core.settings;
