import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the bundles of products anew without compression, with the same contents in the same order, so that their signatures
 * hold. The framework reads each class from its jar, even one that Java keeps prepared, and inflating takes a fifth of a
 * second of each start.
 */
final class StoredJars {
    private StoredJars() {}

    /**
     * @param args the folder of all products
     */
    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            jars = files.filter(StoredJars::isBundle).toList();
        }
        for (Path jar : jars) {
            store(jar);
        }
    }

    /** Jars within bundles hold what experiments need and the window does not, and would take twice as much room again. */
    private static boolean isBundle(Path file) {
        return file.toString().endsWith(".jar") && file.getParent().endsWith("plugins");
    }

    private static void store(Path jar) throws IOException {
        Path stored = jar.resolveSibling(jar.getFileName() + ".stored");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(stored))) {
            for (ZipEntry entry : from.stream().toArray(ZipEntry[]::new)) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(entry.getSize());
                copy.setCrc(entry.getCrc());
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                from.getInputStream(entry).transferTo(to);
            }
        }
        Files.setLastModifiedTime(stored, Files.getLastModifiedTime(jar));
        Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
