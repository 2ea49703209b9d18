// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;
import org.gidn.core.InvalidInputException;
import org.gidn.plugins.Installation;
import org.gidn.plugins.Plugin;

/**
 * What a new plug-in is built against.
 *
 * @param place an update site, or the folder of an installed product
 * @param site whether it is an update site
 */
record PluginTarget(URI place, boolean site) {
    /**
     * That of the running program: the update site from which it has its own parts, or where it knows none the product itself.
     *
     * @throws InvalidInputException if it is no installed product and knows no site
     */
    static PluginTarget ofProgram() {
        return siteOfProduct()
                .map(site -> new PluginTarget(site, true))
                .or(() -> product().map(folder -> new PluginTarget(folder.toUri(), false)))
                .orElseThrow(() -> new InvalidInputException("There is neither an installed product nor a known update"
                        + " site to build a plug-in against; name the folder or address of GIDN's update site with"
                        + " --site."));
    }

    private static Optional<URI> siteOfProduct() {
        try {
            return Installation.running().providing("org.gidn.core.materials").map(Plugin::site);
        } catch (InvalidInputException e) {
            // Not installed by p2.
            return Optional.empty();
        }
    }

    private static Optional<Path> product() {
        try {
            return Optional.ofNullable(Platform.getInstallLocation())
                    .map(Location::getURL)
                    .map(PluginTarget::folder)
                    .filter(folder -> Files.isDirectory(folder.resolve("plugins")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Path folder(URL url) {
        try {
            return URIUtil.toFile(URIUtil.toURI(url)).toPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
