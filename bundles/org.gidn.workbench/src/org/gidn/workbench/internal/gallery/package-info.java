// SPDX-License-Identifier: Apache-2.0
/** The view Best Designs: thumbnails in a chosen order, and their export. */
package org.gidn.workbench.internal.gallery;
