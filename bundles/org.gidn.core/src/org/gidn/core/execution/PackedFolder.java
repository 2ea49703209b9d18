// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;

/**
 * Files with their contents, on their way from one process to another. The same files give the same bytes.
 *
 * @param files by their names seen from a folder, with slashes
 * @since 1.0
 */
public record PackedFolder(SortedMap<String, byte[]> files) {
    public PackedFolder {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Packs files.
     *
     * @param folder from where they are named
     * @param which files, or folders with all that is in them; those that are not there are left out
     */
    public static PackedFolder pack(Path folder, Iterable<Path> which) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (Path each : which) {
            if (!Files.exists(each)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(each)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        return new PackedFolder(files);
    }

    /**
     * Writes the files.
     *
     * @param folder gets them
     * @throws InvalidInputException if a file would come to lie outside of it; nothing is written then
     */
    public void unpack(Path folder) throws IOException {
        for (String name : files.keySet()) {
            if (!folder.resolve(name).normalize().startsWith(folder.normalize())) {
                throw new InvalidInputException("'" + name + "' would be written outside of " + folder + ".");
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** All of it in the form that {@link #of} reads. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(files.size());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
                out.writeInt(name.length);
                out.write(name);
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} gave. */
    public static PackedFolder of(byte[] bytes) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                files.put(name, in.readNBytes(in.readInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackedFolder(files);
    }
}
