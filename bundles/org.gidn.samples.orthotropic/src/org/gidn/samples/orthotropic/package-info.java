// SPDX-License-Identifier: Apache-2.0
/** A sample: a material, orthotropic. */
package org.gidn.samples.orthotropic;
