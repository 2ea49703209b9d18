// SPDX-License-Identifier: Apache-2.0
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the Python package without Python: as a folder that can be imported from, as a wheel and as a source archive. Equal sources give
 * equal bytes.
 */
final class PythonPackage {
    private static final String NAME = "gidn";
    private static final String VERSION_FILE = NAME + "/version.py";
    private static final int TAR_BLOCK = 512;

    private final Path sources;
    private final String version;
    private final byte[] licence;

    private PythonPackage(Path sources, byte[] licence, String version) {
        this.sources = sources;
        this.licence = licence;
        // As Python writes a version that is not released yet (PEP 440).
        this.version = version.replace("-SNAPSHOT", ".dev0");
    }

    /**
     * @param args the folder of the sources, our {@code LICENSE}, the product's version, and the folder to write to, which is made anew
     */
    public static void main(String[] args) throws IOException {
        PythonPackage made = new PythonPackage(Path.of(args[0]), Files.readAllBytes(Path.of(args[1])), args[2]);
        Path target = Path.of(args[3]);
        delete(target);
        Files.createDirectories(target);
        made.writeFolder(target);
        made.writeWheel(target);
        made.writeSourceArchive(target);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The files of one of the folders, by their names from the sources on; with the version that is built. */
    private Map<String, byte[]> files(String folder) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(sources.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = sources.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".py") || name.endsWith("/py.typed")) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        }
        found.computeIfPresent(
                VERSION_FILE,
                (name, content) ->
                        bytes(text(content).replaceFirst("VERSION = \".*\"", "VERSION = \"" + version + "\"")));
        return found;
    }

    private void writeFolder(Path target) throws IOException {
        for (Map.Entry<String, byte[]> file : files(NAME).entrySet()) {
            Path copy = target.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    /** A wheel (PEP 427): a zip whose last file lists the others with their sums. */
    private void writeWheel(Path target) throws IOException {
        String described = NAME + "-" + version + ".dist-info/";
        Map<String, byte[]> files = new TreeMap<>(files(NAME));
        files.put(described + "LICENSE", licence);
        files.put(described + "METADATA", metadata());
        files.put(
                described + "WHEEL",
                bytes("Wheel-Version: 1.0\nGenerator: " + NAME + "\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
        StringBuilder record = new StringBuilder();
        files.forEach((name, content) -> record.append(name)
                .append(",sha256=")
                .append(sha256(content))
                .append(',')
                .append(content.length)
                .append('\n'));
        record.append(described).append("RECORD,,\n");
        Path wheel = target.resolve(NAME + "-" + version + "-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
            put(zip, described + "RECORD", bytes(record.toString()));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The first time that a zip can hold.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /** A source archive (PEP 517): what {@code pip} builds from, and the tests. */
    private void writeSourceArchive(Path target) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(files(NAME));
        files.putAll(files("tests"));
        for (String name : new String[] {"README.md", "pyproject.toml"}) {
            files.put(name, Files.readAllBytes(sources.resolve(name)));
        }
        files.put("LICENSE", licence);
        files.put("PKG-INFO", metadata());
        String root = NAME + "-" + version;
        try (OutputStream archive = new GZIPOutputStream(Files.newOutputStream(target.resolve(root + ".tar.gz")))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                archive.write(tarHeader(root + "/" + file.getKey(), file.getValue().length));
                archive.write(file.getValue());
                archive.write(new byte[-file.getValue().length & TAR_BLOCK - 1]);
            }
            archive.write(new byte[2 * TAR_BLOCK]);
        }
    }

    /** What stands before a plain file in a tar (POSIX.1-1988, ustar). */
    private static byte[] tarHeader(String name, int size) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        field(header, name, 100);
        field(header, "0000644", 8);
        field(header, "0000000", 8);
        field(header, "0000000", 8);
        field(header, String.format(Locale.ROOT, "%011o", size), 12);
        field(header, String.format(Locale.ROOT, "%011o", 315532800), 12);
        // The sum, which counts as blanks while it is made.
        field(header, "        ", 8);
        field(header, "0", 1);
        field(header, "", 100);
        field(header, "ustar", 6);
        field(header, "00", 2);
        byte[] block = Arrays.copyOf(header.toByteArray(), TAR_BLOCK);
        int sum = 0;
        for (byte each : block) {
            sum += each & 0xff;
        }
        System.arraycopy(bytes(String.format(Locale.ROOT, "%06o\0 ", sum)), 0, block, 148, 8);
        return block;
    }

    private static void field(ByteArrayOutputStream header, String text, int size) {
        byte[] content = bytes(text);
        if (content.length > size) {
            throw new IllegalArgumentException(
                    "'" + text + "' is longer than the " + size + " bytes that a tar has for it");
        }
        header.writeBytes(Arrays.copyOf(content, size));
    }

    /** What is told of the package, from where it stands in {@code pyproject.toml}. */
    private byte[] metadata() throws IOException {
        String project = Files.readString(sources.resolve("pyproject.toml"));
        return bytes("Metadata-Version: 2.1\nName: " + NAME + "\nVersion: " + version + "\nSummary: "
                + stated(project, "description")
                + "\nLicense: Apache-2.0\nRequires-Python: " + stated(project, "requires-python")
                + "\nDescription-Content-Type: text/markdown\nLicense-File: LICENSE\n\n"
                + Files.readString(sources.resolve("README.md")));
    }

    private static String stated(String project, String name) {
        Matcher matcher =
                Pattern.compile("^" + name + " = \"(.*)\"$", Pattern.MULTILINE).matcher(project);
        if (!matcher.find()) {
            throw new IllegalArgumentException("pyproject.toml has no " + name);
        }
        return matcher.group(1);
    }

    private static String sha256(byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
