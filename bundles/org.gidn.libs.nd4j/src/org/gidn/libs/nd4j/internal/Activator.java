// SPDX-License-Identifier: Apache-2.0
package org.gidn.libs.nd4j.internal;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Loader;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Makes ND4J usable for every bundle, before the first of its classes is handed out.
 *
 * <p>JavaCPP unpacks the native libraries into a cache of this installation. Two processes that do so at the same time
 * would replace each other's links while loading, so unpacking and loading happen under a file lock. ND4J finds its
 * backend through a class loader, which has to be this bundle's own and not its consumer's.
 */
public final class Activator implements BundleActivator {
    /** Held here, since a logger that nobody holds forgets its level. */
    private final List<Logger> talkative =
            List.of(Logger.getLogger("org.nd4j"), Logger.getLogger("org.deeplearning4j"));

    @Override
    public void start(BundleContext context) throws IOException {
        talkative.forEach(logger -> logger.setLevel(Level.WARNING));
        File natives = context.getDataFile("natives");
        System.setProperty("org.bytedeco.javacpp.cachedir", natives.getPath());
        Files.createDirectories(natives.toPath());
        loadNatives(natives.toPath().resolveSibling("natives.lock"));
        ND4JClassLoading.setNd4jClassloader(Nd4j.class.getClassLoader());
    }

    private static void loadNatives(Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Loader.load(org.bytedeco.openblas.global.openblas.class);
            Loader.load(org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.class);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException(
                    "the native libraries cannot be kept in or loaded from folder " + lockFile.getParent() + " ("
                            + e.getMessage()
                            + "); there must be 400 MB of room, and files there must be allowed to be large"
                            + " and to be run",
                    e);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The natives stay loaded as long as the process lives.
    }
}
