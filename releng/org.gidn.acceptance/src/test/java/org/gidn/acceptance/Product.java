// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A copy of the built product, and programs called as from a shell. */
final class Product {
    private static final Path BUILT =
            Path.of("../org.gidn.product/target/products/org.gidn.product/linux/gtk/x86_64/gidn");
    private static final Path SITE = Path.of("../org.gidn.updatesite/target/repository");
    private static final int PATIENCE_MINUTES = 5;

    /** Runs in a window step back for whatever else is at work on the machine: beside other tests they would hardly get on. */
    static final String EQUAL = "-XX:ThreadPriorityPolicy=0";

    /** What is called for short pays no compiling. */
    static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC " + EQUAL;

    private final Path folder;
    private final Path work;

    /** What a program did. */
    record Outcome(int status, String out, String err) {
        Outcome done() {
            assertEquals(0, status, () -> out + err);
            return this;
        }

        Outcome refused() {
            assertEquals(2, status, () -> out + err);
            return this;
        }
    }

    private Product(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    /** Copies the product; the test is left out where it or the update site has not been built. */
    static Product copy(Path folder) throws IOException {
        assumeTrue(Files.isDirectory(BUILT) && Files.isDirectory(SITE), "the product or the update site is not built");
        Path target = folder.resolve("gidn");
        copy(BUILT, target, true);
        return new Product(target, Files.createDirectory(folder.resolve("work")));
    }

    /** The bundles of the product; the test is left out where it has not been built. */
    static Path bundles() {
        assumeTrue(Files.isDirectory(BUILT), "the product is not built");
        return BUILT.resolve("plugins");
    }

    static void copy(Path source, Path target) throws IOException {
        copy(source, target, false);
    }

    /** The bundles of a product are 350 MB that nobody writes to; a copy may share them with what it is a copy of. */
    private static void copy(Path source, Path target, boolean shared) throws IOException {
        Path plugins = source.resolve("plugins");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path place = target.resolve(source.relativize(file).toString());
                if (shared && file.startsWith(plugins) && Files.isRegularFile(file) && link(place, file)) {
                    continue;
                }
                Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean link(Path place, Path file) {
        try {
            Files.createLink(place, file.toRealPath());
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            // Such as between file systems.
            return false;
        }
    }

    /** The built update site. */
    static Path site() throws IOException {
        return SITE.toRealPath();
    }

    /** The folder in which programs run. */
    Path work() {
        return work;
    }

    /** The folder of the product. */
    Path folder() {
        return folder;
    }

    /**
     * Adds a bundle that is in no feature to the product.
     *
     * @param folder holds its jar
     */
    void add(String bundle, Path folder) throws IOException {
        Path jar;
        try (Stream<Path> files = Files.list(folder)) {
            jar = files.filter(file -> file.getFileName().toString().matches(bundle + "-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toRealPath();
        }
        String version;
        try (JarFile content = new JarFile(jar.toFile())) {
            version = content.getManifest().getMainAttributes().getValue("Bundle-Version");
        }
        Files.writeString(
                this.folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"),
                bundle + "," + version + "," + jar.toUri() + ",4,false\n",
                StandardOpenOption.APPEND);
    }

    /** Runs the product's window until it is closed, on a workspace of its own. */
    Outcome window(String... options) throws IOException, InterruptedException {
        return window(Map.of(), options);
    }

    /** {@link #window(String...)} with further variables in its environment. */
    Outcome window(Map<String, String> environment, String... options) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.put(
                "GIDN_VMARGS",
                "-Dosgi.instance.area=" + work.resolve("workspace").toUri() + " " + String.join(" ", options));
        all.put("NO_AT_BRIDGE", "1");
        all.put("GDK_BACKEND", "x11");
        all.putIfAbsent("DISPLAY", OwnDisplay.name());
        return run(work, List.of(folder.resolve("gidn").toString()), all);
    }

    /** Runs the product's command line. */
    Outcome gidn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("gidn").toString()));
        command.addAll(List.of(arguments));
        return run(work, command, Map.of("GIDN_VMARGS", QUICK));
    }

    /** Runs one of the applications of the Eclipse platform that come with the product. */
    Outcome application(String id, String... arguments) throws IOException, InterruptedException {
        Path launcher;
        try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
            launcher = plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                launcher.toString(),
                "-nosplash",
                "-data",
                "@none",
                "-application",
                id));
        command.addAll(List.of(arguments));
        return run(work, command);
    }

    Outcome run(Path where, List<String> command) throws IOException, InterruptedException {
        return run(where, command, Map.of());
    }

    private Outcome run(Path where, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(work, "out", ".txt");
        Path err = Files.createTempFile(work, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(ended, () -> command + " did not end");
        Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return outcome;
    }
}
