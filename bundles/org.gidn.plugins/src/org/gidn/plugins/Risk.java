// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

/**
 * What a user has to allow before plug-ins come from elsewhere. A folder or an archive of this machine is trusted as soon as
 * it is named.
 *
 * @since 1.0
 */
public enum Risk {
    /** A site is read without encryption: whoever is between it and this machine can change what is installed. */
    HTTP,
    /**
     * Something has no signature of a signer whom this installation trusts, or no checksum: nothing shows who made it, or that
     * it came as it was made.
     */
    UNVERIFIED
}
