// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for inputs that break what a reader promises: a result that can be written and read back, or a refusal in one
 * sentence, in bounded time and memory, without running code or touching files that the input names. {@code gidn.fuzz.inputs},
 * {@code gidn.fuzz.seed} and {@code gidn.fuzz.readers} say how many inputs it tries, which, and of which readers. Inputs that once
 * broke something stand in {@code src/test/resources/found/READER} and are tried first.
 */
class FuzzingTest {
    private static final Path PRODUCT =
            Path.of("../org.gidn.product/target/products/org.gidn.product/linux/gtk/x86_64/gidn");
    private static final Path FOUND = Path.of("src/test/resources/found");
    private static final Path KEPT = Path.of("target/fuzzing").toAbsolutePath();
    private static final String LIBRARIES = "org.gidn.libs.nd4j/lib/*";
    /** From so many inputs on it pays to compile well. */
    private static final int LONG = 5_000;

    /** What is written in moments pays no compiling. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeProject() throws Exception {
        assumeTrue(Files.isDirectory(PRODUCT), "the product is not built");
        Files.createDirectories(KEPT);
        Path project = folder.resolve("project");
        System.setProperty(Written.PROPERTY, project.toString());
        List<String> small = List.of("--set", "samples=40", "--set", "starts=20");
        List<String> networks = new ArrayList<>(List.of("run", "composite-8x8-paper", "--out", project.toString()));
        networks.addAll(small);
        networks.addAll(List.of("--set", "layers=2", "--set", "neurons=8", "--set", "epochs=20"));
        gidn(networks.toArray(String[]::new));
        List<String> process = new ArrayList<>(List.of("run", project.toString()));
        process.addAll(small);
        process.addAll(List.of("--set", "predictor=org.gidn.predictor.gaussianProcess"));
        gidn(process.toArray(String[]::new));
        Path exports = Files.createDirectory(folder.resolve("exports"));
        gidn(
                "export",
                project.toString(),
                "--format",
                "csv",
                "--out",
                exports.resolve("values.csv").toString());
        gidn(
                "export",
                project.toString(),
                "--format",
                "hdf5",
                "--out",
                exports.resolve("hdf5.h5").toString());
        Path crate = folder.resolve("crate.zip");
        gidn("export", project.toString(), "--format", "ro-crate", "--out", crate.toString());
        Files.move(exports, project.resolve("exports"));
        Files.move(crate, project.resolve("crate.zip"));
    }

    private static void gidn(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(PRODUCT.resolve("gidn").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Outcome outcome = start(command, "product");
        assertEquals(0, outcome.status(), outcome::text);
    }

    private record Outcome(int status, String text) {}

    private static Outcome start(List<String> command, String name) throws IOException, InterruptedException {
        Path log = KEPT.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("GIDN_VMARGS", QUICK);
        return new Outcome(builder.start().waitFor(), Files.readString(log));
    }

    @Test
    void everyInputIsReadOrRefused() throws Exception {
        String chosen = System.getProperty(Target.READERS);
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        byte number = 0;
        for (String reader : chosen.split(",")) {
            int count = 0;
            for (byte[] seed : seeds(Readers.valueOf(reader))) {
                Files.write(corpus.resolve(reader + "-" + count++), concatenation(new byte[] {number}, seed));
            }
            number++;
        }
        String inputs = System.getProperty("gidn.fuzz.inputs");
        Outcome outcome = start(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx600m",
                        "-XX:TieredStopAtLevel=" + (Integer.parseInt(inputs) < LONG ? 1 : 4),
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "-D" + Target.READERS + "=" + chosen,
                        "-D" + Written.PROPERTY + "=" + Written.project(),
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + Bundles.FOLDER.resolve(LIBRARIES),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Target.class.getName(),
                        "--instrumentation_includes=org.gidn.**:org.snakeyaml.**:de.siegmar.**:com.fasterxml.**:io.jhdf.**",
                        // Expressions that a user writes are the user's; how long they may take is looked after.
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                        "--reproducer_path=" + KEPT,
                        "-artifact_prefix=" + KEPT + "/",
                        "-runs=" + inputs,
                        "-seed=" + System.getProperty("gidn.fuzz.seed"),
                        "-timeout=300",
                        "-rss_limit_mb=3000",
                        corpus.toString()),
                "jazzer");
        outcome.text().lines().filter(line -> line.startsWith("fuzzing ")).forEach(System.out::println);
        assertEquals(0, outcome.status(), outcome::text);
    }

    private static List<byte[]> seeds(Readers reader) throws IOException {
        List<byte[]> seeds = new ArrayList<>(reader.make().seeds());
        Path found = FOUND.resolve(reader.name());
        if (Files.isDirectory(found)) {
            try (Stream<Path> inputs = Files.list(found)) {
                for (Path input : inputs.toList()) {
                    seeds.add(Files.readAllBytes(input));
                }
            }
        }
        return seeds;
    }

    private static byte[] concatenation(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
