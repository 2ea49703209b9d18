// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the bundles of products anew without compression, with the same contents in the same order, so that their signatures
 * hold. The framework reads each class from its jar, even one that Java keeps prepared, and inflating takes a fifth of a
 * second of each start.
 *
 * <p>The two jars that Java itself reads, the launcher and the framework, lose their signatures: Java would check them at each
 * start, which takes another fifth, and would keep no class of them prepared. Bundles are read by the framework, which checks
 * none.
 */
final class StoredJars {
    private static final Pattern READ_BY_JAVA = Pattern.compile("org\\.eclipse\\.(osgi|equinox\\.launcher)_.*");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");

    /** Of any system; read once, if ever. */
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");

    private StoredJars() {}

    /**
     * @param args the folder of all products
     */
    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            jars = files.filter(StoredJars::isBundle).toList();
        }
        // The products of all platforms have most bundles in common.
        Map<String, Path> done = new HashMap<>();
        for (Path jar : jars) {
            String same = jar.getFileName() + " " + Files.size(jar);
            if (done.containsKey(same)) {
                Files.copy(
                        done.get(same), jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                store(jar);
                done.put(same, jar);
            }
        }
    }

    /** Jars within bundles hold what experiments need and the window does not, and would take twice as much room again. */
    private static boolean isBundle(Path file) {
        return file.toString().endsWith(".jar") && file.getParent().endsWith("plugins");
    }

    private static void store(Path jar) throws IOException {
        boolean signed = !READ_BY_JAVA.matcher(jar.getFileName().toString()).matches();
        Path stored = jar.resolveSibling(jar.getFileName() + ".stored");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(stored)))) {
            for (ZipEntry entry : from.stream().toArray(ZipEntry[]::new)) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                if (signed) {
                    put(to, entry, content);
                } else if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    put(to, entry, withoutDigests(content));
                } else if (!SIGNATURE.matcher(entry.getName()).matches()) {
                    put(to, entry, content);
                }
            }
        }
        Files.setLastModifiedTime(stored, Files.getLastModifiedTime(jar));
        Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void put(ZipOutputStream to, ZipEntry entry, byte[] content) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        if (!LIBRARY.matcher(entry.getName()).matches()) {
            CRC32 checksum = new CRC32();
            checksum.update(content);
            copy.setMethod(ZipEntry.STORED);
            copy.setSize(content.length);
            copy.setCrc(checksum.getValue());
        }
        copy.setTimeLocal(entry.getTimeLocal());
        to.putNextEntry(copy);
        to.write(content);
    }

    /** Java takes a jar whose manifest has digests for a signed one. */
    private static byte[] withoutDigests(byte[] content) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(content));
        manifest.getEntries().values().forEach(attributes -> attributes.keySet().removeIf(name -> name.toString()
                .endsWith("-Digest")));
        manifest.getEntries().values().removeIf(attributes -> attributes.isEmpty());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        manifest.write(written);
        return written.toByteArray();
    }
}
