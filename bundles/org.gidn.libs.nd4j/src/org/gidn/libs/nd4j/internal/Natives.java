// SPDX-License-Identifier: Apache-2.0
package org.gidn.libs.nd4j.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.Loader;

/**
 * The native libraries, which JavaCPP unpacks into a cache of this installation. Two processes that do so at the same time would
 * replace each other's links while loading, so unpacking and loading happen under a file lock.
 */
final class Natives {
    private static Path lockFile;

    private Natives() {}

    /** Says where they are unpacked. */
    static void keepIn(Path folder) throws IOException {
        System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
        Files.createDirectories(folder);
        lockFile = folder.resolveSibling("natives.lock");
    }

    /**
     * Loads the libraries of a class of JavaCPP's.
     *
     * @throws IOException if they cannot be unpacked or loaded; says what is needed
     */
    static synchronized void load(Class<?> bindings) throws IOException {
        if (lockFile == null) {
            // Outside OSGi, JavaCPP's own cache is used.
            Loader.load(bindings);
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Loader.load(bindings);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException(LoadTrouble.of(lockFile.getParent(), e), e);
        }
    }
}
