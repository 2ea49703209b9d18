// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gidn.core.InvalidInputException;
import org.gidn.predictor.settings.MlpSettings;

/**
 * A trained predictor as a file. One network is DL4J's own zip, which plain DL4J opens, with one more entry that holds the
 * scaling of the targets; an ensemble is a zip of such zips with that entry.
 *
 * @param members the trained networks, which take designs as they are
 * @param scalings what their outputs stand for, one each, all of the same transform
 */
public record ModelFile(List<Network> members, List<TargetScaling> scalings) {
    private static final String SCALING = "gidn-scaling.properties";
    private static final Pattern MEMBER_NAMES =
            Pattern.compile(Pattern.quote(ModelEntries.CONFIGURATION) + "|" + Pattern.quote(ModelEntries.COEFFICIENTS));
    private static final Pattern NAMES = Pattern.compile(MEMBER_NAMES + "|member-\\d+\\.zip|" + Pattern.quote(SCALING));

    /** Writes the file. */
    public void write(Path file, MlpSettings settings) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            if (members.size() == 1) {
                copyEntries(Dl4jFormat.zip(members.get(0), settings), zip);
            } else {
                for (int k = 0; k < members.size(); k++) {
                    zip.putNextEntry(new ZipEntry(memberName(k)));
                    zip.write(Dl4jFormat.zip(members.get(k), settings));
                }
            }
            zip.putNextEntry(new ZipEntry(SCALING));
            zip.write(scalingText().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes the model in the Open Neural Network Exchange format. */
    public void writeOnnx(Path file) throws IOException {
        OnnxWriter.write(this, file);
    }

    private static String memberName(int k) {
        return "member-" + (k + 1) + ".zip";
    }

    private static void copyEntries(byte[] source, ZipOutputStream target) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(source))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                entries.transferTo(target);
            }
        }
    }

    private String scalingText() {
        StringBuilder text =
                new StringBuilder("# What an output of the network means: transform(value) = output * unit + origin\n");
        text.append("members=").append(members.size()).append('\n');
        for (int o = 0; o < scalings.size(); o++) {
            TargetScaling scaling = scalings.get(o);
            text.append("transform").append(suffix(o)).append('=').append(scaling.transform());
            text.append("\norigin").append(suffix(o)).append('=').append(scaling.origin());
            text.append("\nunit").append(suffix(o)).append('=').append(scaling.unit());
            text.append('\n');
        }
        return text.toString();
    }

    /** What the names of an output's numbers end in: nothing for the first, {@code .2} for the second. */
    private static String suffix(int output) {
        return output == 0 ? "" : "." + (output + 1);
    }

    private static TargetScaling scaling(Properties properties, int output) {
        if (properties.getProperty("transform" + suffix(output)) == null) {
            throw new InvalidInputException("it does not say what its output " + (output + 1) + " means");
        }
        return new TargetScaling(
                TargetScaling.Transform.valueOf(properties.getProperty("transform" + suffix(output))),
                number(properties, "origin" + suffix(output)),
                number(properties, "unit" + suffix(output)));
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if there is none, or it is damaged or holds another kind of network
     */
    public static ModelFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException("The model file " + file + " does not exist.");
        }
        // The list at a zip's end is not read, but without it the file is cut off.
        try (ZipFile whole = new ZipFile(file.toFile());
                InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            long bytes = Files.size(file);
            ModelEntries entries = ModelEntries.read(stream, bytes, NAMES);
            Properties properties = new Properties();
            properties.load(new StringReader(new String(entries.get(SCALING), StandardCharsets.UTF_8)));
            int size = (int) number(properties, "members");
            if (size < 1) {
                throw new InvalidInputException("it has no member");
            }
            List<Network> members = new ArrayList<>();
            for (int k = 0; k < size; k++) {
                members.add(Dl4jFormat.read(size == 1 ? entries : member(entries.get(memberName(k)), bytes)));
            }
            checkEqualShapes(members);
            int outputs = members.get(0).architecture().outputs();
            return new ModelFile(
                    members,
                    IntStream.range(0, outputs)
                            .mapToObj(output -> scaling(properties, output))
                            .toList());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // DL4J answers to damage with whatever exception its readers happen to meet.
            String reason = e instanceof InvalidInputException ? ": " + e.getMessage() : " or damaged";
            throw new InvalidInputException(
                    "The file " + file + " is no model of this program" + reason + "; train the predictor again.", e);
        }
    }

    /** A member, which holds no more than the whole file can: what is packed twice counts once. */
    private static ModelEntries member(byte[] zip, long bytes) throws IOException {
        return ModelEntries.read(new ByteArrayInputStream(zip), bytes, MEMBER_NAMES);
    }

    private static double number(Properties properties, String name) {
        double value = Double.parseDouble(properties.getProperty(name, ""));
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("its " + name + " is " + value);
        }
        return value;
    }

    private static void checkEqualShapes(List<Network> members) {
        for (Network member : members) {
            if (!member.architecture().equals(members.get(0).architecture())) {
                throw new InvalidInputException("its members differ in shape");
            }
            for (float parameter : member.parameters()) {
                if (!Float.isFinite(parameter)) {
                    throw new InvalidInputException("a weight is not finite");
                }
            }
        }
    }
}
