// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/**
 * Which version is installed. It stands in the bundles' manifests and nowhere else.
 *
 * @since 1.0
 */
public final class InstalledVersion {
    private InstalledVersion() {}

    /** The version of the product, e.g. 1.0.0. */
    public static String product() {
        return of(FrameworkUtil.getBundle(InstalledVersion.class));
    }

    /** The version of a bundle without the time at which it was built, e.g. 1.0.0. */
    public static String of(Bundle bundle) {
        Version version = bundle.getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
