// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.util.List;

/**
 * Something of somebody else, or of ours, in an installation.
 *
 * @param identity what it is
 * @param licence an SPDX expression
 * @param file where it lies, relative to the installation, or within its whole after a {@code !}
 * @param sha256 of that file's content in hexadecimal digits, or {@code ""} for what is only a share of a file
 * @param inside what it consists of besides its own
 */
record Part(Identity identity, String licence, String file, String sha256, List<Part> inside) {
    /** Whether it is a part of this project. */
    boolean ours() {
        return identity.group().equals("org.gidn");
    }

    /**
     * A name in the world.
     *
     * @param group Maven's, or {@code ""} for what Maven doesn't know
     * @param version may be {@code ""}
     */
    record Identity(String group, String name, String version) {
        /** Group and name as Maven's people write it. */
        String key() {
            return group.isEmpty() ? name : group + ":" + name;
        }

        /** The package URL. */
        String purl() {
            return (group.isEmpty() ? "pkg:generic/" + name : "pkg:maven/" + group + "/" + name)
                    + (version.isEmpty() ? "" : "@" + version);
        }
    }
}
