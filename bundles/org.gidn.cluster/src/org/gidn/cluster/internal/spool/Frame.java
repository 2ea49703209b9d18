// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** What stands in a file of the spool, between a mark and a sum, so that a file that is not all there yet is known as such. */
final class Frame {
    private static final byte[] MARK = "gidn1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SUM = Integer.BYTES;

    /** Writes what stands in the frame. */
    interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private Frame() {}

    static byte[] of(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MARK);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            body.write(out);
            out.flush();
            out.writeInt(sum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Opens a frame.
     *
     * @throws IOException if it is none, or not whole
     */
    static DataInputStream open(byte[] bytes) throws IOException {
        int end = bytes.length - SUM;
        if (end < MARK.length || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new IOException("this is no file of a spool");
        }
        DataInputStream tail = new DataInputStream(new ByteArrayInputStream(bytes, end, SUM));
        if (tail.readInt() != sum(bytes, end)) {
            throw new IOException("this file is not whole");
        }
        return new DataInputStream(new ByteArrayInputStream(bytes, MARK.length, end - MARK.length));
    }

    private static int sum(byte[] bytes, int end) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, end);
        return (int) crc.getValue();
    }

    /** Writes a text of any length, or null. */
    static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text(DataOutputStream, String)} wrote. */
    static String text(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Writes bytes, or null. */
    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    /** Reads what {@link #bytes(DataOutputStream, byte[])} wrote. */
    static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
