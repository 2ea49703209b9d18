// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.baselines.Peaks;
import org.gidn.cli.internal.BuildTools;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.core.contract.Contract;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.export.contract.ExporterContract;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.visualisation.contract.FigureContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The projects of plug-ins that are made; how one is built by Maven and installed is seen where the guide is tried. */
class NewPluginTest {
    private static final List<String> KINDS = List.of(
            "material",
            "evaluator",
            "optimiser",
            "predictor",
            "constraint",
            "sampler",
            "figure",
            "exporter",
            "executor");

    @TempDir
    private Path folder;

    private Path made(String name, String... options) {
        List<String> command = new ArrayList<>(List.of("new", "plugin", name, "--site", "."));
        command.addAll(List.of(options));
        Outcome outcome = new Gidn(folder).run(command.toArray(String[]::new));
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(
                outcome.err().startsWith("Made " + name + ". To build it: cd " + name + " && mvn verify\n"),
                outcome.err());
        return folder.resolve(name);
    }

    private static List<Path> files(Path project, String ending) throws Exception {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }

    /** The classes are compiled, and their tests run, within this process. */
    @Test
    void eachKindKeepsItsContract() throws Exception {
        Path compiler = Path.of(System.getProperty("java.home"), "bin", "javac");
        assumeTrue(Files.isExecutable(compiler), "this Java has no compiler");
        List<String> command = new ArrayList<>(List.of(
                compiler.toString(),
                "-proc:none",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                classPath()));
        for (String kind : KINDS) {
            Path project = made("org.example.my_" + kind, "--kind", kind);
            files(project, ".java").forEach(file -> command.add(file.toString()));
            for (Path file : files(project, "")) {
                assertTrue(
                        !Files.readString(file).matches("(?s).*@(id|class|one|required.*|site|product)@.*"),
                        () -> "something is left to be filled in in " + file);
            }
        }
        Path said = folder.resolve("compiler.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> text(said));
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.resolve("classes").toUri().toURL()}, NewPluginTest.class.getClassLoader())) {
            for (String kind : KINDS) {
                String type = "My" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
                String name = "org.example.my_" + kind;
                assertTrue(runTests(classes.loadClass(name + ".tests." + type + "Test")) > 0, kind);
                String declared = Files.readString(folder.resolve(name).resolve(name + "/plugin.xml"));
                String factory = declared.replaceFirst("(?s).* class=\"([^\"]*)\".*", "$1");
                classes.loadClass(factory).getConstructor().newInstance();
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String classPath() {
        return Stream.of(
                        Contract.class,
                        CrackedPlate.class,
                        Peaks.class,
                        Catalogue.class,
                        FigureContract.class,
                        ExporterContract.class,
                        Test.class)
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private int runTests(Class<?> type) throws Exception {
        int run = 0;
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                method.setAccessible(true);
                Object[] folders = method.getParameterCount() == 0
                        ? new Object[0]
                        : new Object[] {Files.createTempDirectory(folder, "test")};
                try {
                    method.invoke(constructor.newInstance(), folders);
                } catch (InvocationTargetException e) {
                    throw new AssertionError(method + " fails", e.getCause());
                }
                run++;
            }
        }
        return run;
    }

    @ParameterizedTest
    @CsvSource({
        "org.example.foam, material, org/example/foam/FoamMaterial.java",
        "org.example.foam_core, figure, org/example/foam_core/FoamCoreFigure.java",
        "org.example.material, material, org/example/material/ExampleMaterial.java",
        "org.example.steep_optimiser, optimiser, org/example/steep_optimiser/SteepOptimiser.java"
    })
    void classesAreNamedAfterThePlugin(String name, String kind, String file) {
        Path sources = made(name, "--kind", kind).resolve(name).resolve("src");
        assertTrue(Files.exists(sources.resolve(file)), file);
    }

    @Test
    void whatIsWrongIsSaid() {
        Outcome kind = new Gidn(folder).run("new", "plugin", "org.example.foam", "--kind", "optimizer", "--site", ".");
        assertEquals(2, kind.status());
        assertEquals("gidn: Unknown kind 'optimizer'; did you mean 'optimiser'?\n", kind.err());
        Outcome name = new Gidn(folder).run("new", "plugin", "Foam", "--site", ".");
        assertEquals(2, name.status());
        assertTrue(name.err().startsWith("gidn: The name of a plug-in is that of a Java package"), name.err());
        assertTrue(Files.notExists(folder.resolve("Foam")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apache Maven 3.9.11 (3e54c93)|Java version: 21.0.2, vendor: Debian|''",
                "Apache Maven 4.0.0|Java version: 25, vendor: Debian|''",
                "Apache Maven 3.8.7\u001b[m|Java version: 21.0.2, vendor: Debian|The Maven on the path has version 3.8.7; to"
                        + " build the project, install 3.9 or newer.",
                "Apache Maven 3.9.9|Java version: 17.0.1, vendor: Debian|Maven works with Java 17.0.1; to build the project,"
                        + " install a JDK of version 21 or newer and name its folder in JAVA_HOME.",
                "The JAVA_HOME environment variable is not defined correctly|''|Maven finds no Java; to build the project,"
                        + " install a JDK of version 21 or newer and name its folder in JAVA_HOME."
            })
    void whatIsMissingToBuildIsSaid(String maven, String java, String sentence) {
        assertEquals(sentence, BuildTools.lacking(maven + "\n" + java).orElse(""));
    }
}
