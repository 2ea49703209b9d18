// SPDX-License-Identifier: Apache-2.0
package org.gidn.sqlite;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library. It lies unpacked in this bundle for the platforms of the product, so that none is unpacked into the
 * temporary folder, which may be full, missing, or no place to run programs from, and where a killed process leaves its copy.
 *
 * @since 1.0
 */
public final class SqliteLibrary {
    private static boolean loaded;

    private SqliteLibrary() {}

    /**
     * Loads the library, once.
     *
     * @throws IOException if it cannot be loaded; names the file and the reason
     */
    public static synchronized void load() throws IOException {
        if (loaded) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Bundle bundle = FrameworkUtil.getBundle(SqliteLibrary.class);
        // Outside OSGi there is no bundle, and the driver unpacks its own.
        URL entry = bundle == null
                ? null
                : bundle.getEntry("lib" + LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        String place = name;
        if (entry != null) {
            Path folder = Path.of(FileLocator.toFileURL(entry).getPath()).getParent();
            place = folder.resolve(name).toString();
            System.setProperty("org.sqlite.lib.path", folder.toString());
            // Looked through for copies that were left behind.
            System.setProperty("org.sqlite.tmpdir", folder.toString());
        }
        try {
            loaded = SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            throw new IOException(place + ": " + e.getMessage(), e);
        }
    }
}
