// SPDX-License-Identifier: Apache-2.0
/** Networks: how they are laid out, trained by tiles or by DL4J, scaled, stored, and asked for gradients. */
package org.gidn.predictor.internal;
