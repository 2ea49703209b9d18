// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.EnumSet;
import java.util.Set;
import org.gidn.plugins.Risk;
import picocli.CommandLine.Option;

/** The risks that the user takes when plug-ins come from a site. */
final class AllowedRisks {
    @Option(
            names = "--allow-http",
            description = "Takes plug-ins from a site without encryption: anybody on the way can change them.")
    private boolean http;

    @Option(
            names = "--allow-unverified",
            description =
                    "Takes plug-ins without checksums, without a signature or with that of somebody unknown: nothing"
                            + " shows who made them or whether they were changed.")
    private boolean unverified;

    Set<Risk> allowed() {
        Set<Risk> allowed = EnumSet.noneOf(Risk.class);
        if (http) {
            allowed.add(Risk.HTTP);
        }
        if (unverified) {
            allowed.add(Risk.UNVERIFIED);
        }
        return allowed;
    }
}
