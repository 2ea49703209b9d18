// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;

/**
 * Text in UTF-8, with or without a byte-order mark; other encodings are named and refused.
 *
 * @since 1.0
 */
public final class TextFile {
    private static final int MOST_BYTES = 1 << 30;
    private static final char MARK = '\uFEFF';

    private TextFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read, or is in another encoding; says which and what to do
     */
    public static String read(Path file) {
        return decode(bytes(file), file.toString());
    }

    /**
     * The content of a file.
     *
     * @throws InvalidInputException if it cannot be read, or is larger than 1 GB
     */
    public static byte[] bytes(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            // Devices don't say how much they hold.
            byte[] bytes = Files.size(file) > MOST_BYTES ? null : stream.readNBytes(MOST_BYTES + 1);
            if (bytes == null || bytes.length > MOST_BYTES) {
                throw new InvalidInputException("File " + file + " is larger than 1 GB; split it and read its parts.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("File " + file + " cannot be read: there is no such file.", e);
        } catch (IOException e) {
            throw new InvalidInputException("File " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * The text that some bytes are.
     *
     * @param name what they are called in messages
     * @throws InvalidInputException if they are in another encoding, or no text; says which and what to do
     */
    public static String decode(byte[] bytes, String name) {
        if (isUtf16(bytes)) {
            throw new InvalidInputException(
                    name + " is in UTF-16, as the 'Unicode text' of spreadsheets is; save it as UTF-8.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            if (holdsZero(bytes)) {
                throw new InvalidInputException(name
                        + " is no text, but a file of another kind, such as an archive or a spreadsheet's own; name a"
                        + " text file in UTF-8.");
            }
            long line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new InvalidInputException("Line " + line + " of " + name
                    + " is not in UTF-8, but probably in Latin-1 (Windows-1252), as spreadsheets write plain CSV; save it as"
                    + " UTF-8.");
        }
        out.flip();
        return out.length() > 0 && out.charAt(0) == MARK
                ? out.subSequence(1, out.length()).toString()
                : out.toString();
    }

    private static boolean holdsZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    /** A mark of either order, or the zero bytes that half of such a text consists of. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & bytes[1] & 0xfe) == 0xfe && bytes[0] != bytes[1]) {
            return true;
        }
        return bytes.length >= 2 && (bytes[0] == 0) != (bytes[1] == 0);
    }
}
