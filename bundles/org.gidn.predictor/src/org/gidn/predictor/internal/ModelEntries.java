// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gidn.core.InvalidInputException;

/**
 * The entries of a model file, which may come from anybody: only those that this program writes are read, none becomes larger than
 * so small a file can hold, and none is taken for anything but numbers and names.
 */
public final class ModelEntries {
    static final String CONFIGURATION = "configuration.json";
    static final String COEFFICIENTS = "coefficients.bin";

    private static final long MOST_BYTES = 1L << 30;
    /** Trained weights can hardly be compressed, their description can. */
    private static final long MOST_RATIO = 100;

    private static final long SMALL = 1 << 20;
    private static final Pattern TYPE = Pattern.compile("\"@class\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern KNOWN_TYPE = Pattern.compile(
            "org\\.deeplearning4j\\.nn\\.(conf|weights)\\.[\\w.]+"
                    + "|org\\.nd4j\\.linalg\\.(activations\\.impl|learning\\.(config|regularization)|schedule|lossfunctions\\.impl)\\.\\w+");

    private final Map<String, byte[]> entries = new HashMap<>();

    private ModelEntries() {}

    /**
     * Reads a zip.
     *
     * @param size its size in bytes, or that of the file in which it lies
     * @param names what the names of its entries may be
     * @throws InvalidInputException if there are others, or too much is in it
     */
    public static ModelEntries read(InputStream source, long size, Pattern names) throws IOException {
        ModelEntries read = new ModelEntries();
        long left = Math.min(MOST_BYTES, SMALL + MOST_RATIO * size);
        try (ZipInputStream zip = new ZipInputStream(source)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.matcher(entry.getName()).matches()) {
                    throw new InvalidInputException("it has an entry that no model of this program has");
                }
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= content.length;
                if (left < 0) {
                    throw new InvalidInputException("what it unpacks to is too large for a model of its size");
                }
                read.entries.put(entry.getName(), content);
            }
        }
        return read;
    }

    /**
     * An entry's content.
     *
     * @throws InvalidInputException if there is no such entry
     */
    public byte[] get(String name) {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new InvalidInputException("it has no entry '" + name + "'");
        }
        return content;
    }

    /**
     * DL4J's description of a network.
     *
     * @throws InvalidInputException if it names anything but parts of networks, or hides a name
     */
    String configuration() {
        String text = new String(get(CONFIGURATION), StandardCharsets.UTF_8);
        if (text.length() > SMALL || text.indexOf('\\') >= 0) {
            throw new InvalidInputException("its description is none of a network");
        }
        Matcher types = TYPE.matcher(text);
        while (types.find()) {
            if (!KNOWN_TYPE.matcher(types.group(1)).matches()) {
                throw new InvalidInputException("its description names what is no part of a network");
            }
        }
        return text;
    }

    /**
     * The weights, as ND4J writes an array: its shape, then its values, each after how it was kept, how many there are, and their
     * type.
     *
     * @throws InvalidInputException if there are not as many as it says
     */
    float[] weights() throws IOException {
        byte[] content = get(COEFFICIENTS);
        DataInputStream stream = new DataInputStream(new ByteArrayInputStream(content));
        stream.skipNBytes(Long.BYTES * count(stream, "LONG", Long.BYTES));
        float[] weights = new float[(int) count(stream, "FLOAT", Float.BYTES)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = stream.readFloat();
        }
        return weights;
    }

    private static long count(DataInputStream stream, String type, int bytes) throws IOException {
        stream.readUTF();
        long count = stream.readLong();
        if (!stream.readUTF().equals(type) || count < 0 || count > stream.available() / bytes) {
            throw new InvalidInputException("its weights are not as many as it says");
        }
        return count;
    }
}
