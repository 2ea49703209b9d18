// SPDX-License-Identifier: Apache-2.0
/** The study of network structures of the paper's supporting information: which depth and width predicts best. */
package org.gidn.predictor.study;
