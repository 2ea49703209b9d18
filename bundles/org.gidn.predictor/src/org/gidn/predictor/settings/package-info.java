// SPDX-License-Identifier: Apache-2.0
/** What a person chooses of a predictor, checked. */
package org.gidn.predictor.settings;
