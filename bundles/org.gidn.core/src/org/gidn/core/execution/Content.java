// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;

/**
 * A file, or a folder with all that is in it, as it was when it was looked at.
 *
 * @param path where it is
 * @param sum SHA-256 sum of a file's content, in hexadecimal digits; of a folder one of the names and contents in it
 * @since 1.0
 */
public record Content(Path path, String sum) {
    /**
     * A file or folder as it is now.
     *
     * @throws InvalidInputException if it cannot be read
     */
    public static Content of(Path path) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (Files.isDirectory(path)) {
                for (Path file : files(path)) {
                    digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    add(file, digest);
                }
            } else {
                add(path, digest);
            }
            return new Content(path, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new InvalidInputException(path + " cannot be read: " + e.getMessage() + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void add(Path file, MessageDigest digest) throws IOException {
        try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * Looks whether it still is what it was.
     *
     * @throws InvalidInputException if it cannot be read, or is another
     */
    public void check() {
        if (!of(path).sum.equals(sum)) {
            throw new InvalidInputException(
                    path + " is not what it was where the evaluation was begun; put the same file there"
                            + " on every machine.");
        }
    }
}
