// SPDX-License-Identifier: Apache-2.0
/** Programs that read and write files: templates filled in, folders of designs, values taken from what was written. */
package org.gidn.external.internal.files;
