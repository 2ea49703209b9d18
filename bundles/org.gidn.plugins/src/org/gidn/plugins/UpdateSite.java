// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;

/**
 * Where plug-ins come from: a folder or an address.
 *
 * @since 1.0
 */
public final class UpdateSite {
    private UpdateSite() {}

    /**
     * The address of a site that the user names.
     *
     * @param site an address that begins with http:, https: or file:, or a folder or zip archive
     * @param folder where relative paths begin
     * @throws InvalidInputException if it is neither
     */
    public static URI parse(String site, Path folder) {
        if (site.matches("(?i)(https?|file|jar):.*")) {
            try {
                return new URI(site.replaceAll("(?<!:)/+$", ""));
            } catch (URISyntaxException e) {
                throw new InvalidInputException("'" + site + "' is no address: " + e.getReason() + ".", e);
            }
        }
        Path path = folder.resolve(site).normalize().toAbsolutePath();
        if (Files.isRegularFile(path)) {
            return URI.create("jar:" + path.toUri() + "!/");
        }
        if (!Files.isDirectory(path)) {
            throw new InvalidInputException(
                    "There is no folder " + path
                            + "; an update site is a folder, a zip archive, or an address that begins with https:// or http://.");
        }
        return URI.create(path.toUri().toString().replaceAll("/+$", ""));
    }
}
