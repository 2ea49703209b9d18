// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * ZIP archives that a fuzzer can get beyond their checksums with: an input that begins with {@code E} lists the names and
 * contents of entries, each after its length, of which an archive is made; any other is the archive itself.
 */
final class Zips {
    private static final int LIST = 'E';

    private Zips() {}

    /** The archive that an input stands for. */
    static byte[] archive(byte[] input) throws IOException {
        if (input.length == 0 || input[0] != LIST) {
            return input;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataInputStream list = new DataInputStream(new ByteArrayInputStream(input, 1, input.length - 1));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            while (list.available() > 0) {
                String name = Texts.of(list.readNBytes(list.readUnsignedByte()));
                byte[] content = list.readNBytes(Math.max(0, list.readInt()));
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            // A list that is cut off, a name twice or one that no archive can have: what stands before is an archive,
            // too.
        }
        return bytes.toByteArray();
    }

    /** The list of what an archive holds. */
    static byte[] list(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream list = new DataOutputStream(bytes);
        list.write(LIST);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] name = entry.getName().getBytes(StandardCharsets.UTF_8);
                byte[] content = zip.readAllBytes();
                list.writeByte(name.length);
                list.write(name);
                list.writeInt(content.length);
                list.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
