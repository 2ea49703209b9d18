// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.internal.worker.WorkerMain;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.Recipe;

/** Puts all that a worker needs into the shared folder: jars, files, and the script that starts it. */
final class Staging {
    private static final String PYTHON = "python";
    private static final int HEAP_PERCENT = 75;

    private final Spool spool;
    private final List<Path> classPath = new ArrayList<>();

    private Staging(Spool spool) {
        this.spool = spool;
    }

    /** Puts everything there; returns the script. */
    static Path stage(Recipe recipe, Spool spool, ClusterSettings settings) throws IOException {
        Staging staging = new Staging(spool);
        List<Content> jars = new ArrayList<>();
        staging.python(recipe);
        jars.add(staging.code(Content.of(own()), 0));
        for (Content jar : recipe.jars()) {
            jars.add(staging.code(jar, jars.size()));
        }
        for (Content file : recipe.files()) {
            Path from = file.path().toAbsolutePath();
            copy(from, spool.files().resolve(from.getRoot().relativize(from).toString()));
        }
        Recipe there = new Recipe(recipe.evaluator(), jars, recipe.files());
        String paths = staging.classPath.stream().map(Path::toString).collect(Collectors.joining("\n"));
        spool.put(spool.root().resolve("class-path"), (paths + "\n").getBytes(StandardCharsets.UTF_8));
        spool.put(spool.root().resolve("java.args"), staging.arguments(settings).getBytes(StandardCharsets.UTF_8));
        Path script = spool.root().resolve("worker.sh");
        spool.put(script, staging.script(settings).getBytes(StandardCharsets.UTF_8));
        spool.put(spool.recipe(), there.text().getBytes(StandardCharsets.UTF_8));
        return script;
    }

    /** The jar or folder with the worker's own classes. */
    private static Path own() {
        try {
            return Path.of(WorkerMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Content code(Content jar, int number) throws IOException {
        Path there = spool.code().resolve(number + "-" + jar.path().getFileName());
        copy(jar.path(), there);
        classPath.add(there);
        unpack(there, spool.code().resolve(number + "-lib"));
        return new Content(there, jar.sum());
    }

    /** Adds the jars within a bundle, which a plain JVM sees only as files of their own. */
    private void unpack(Path bundle, Path folder) throws IOException {
        if (Files.isDirectory(bundle)) {
            Path manifest = bundle.resolve(JarFile.MANIFEST_NAME);
            if (Files.exists(manifest)) {
                try (InputStream stream = Files.newInputStream(manifest)) {
                    inner(new Manifest(stream))
                            .map(bundle::resolve)
                            .filter(Files::exists)
                            .forEach(classPath::add);
                }
            }
            return;
        }
        try (JarFile jar = new JarFile(bundle.toFile())) {
            for (String name : inner(jar.getManifest() == null ? new Manifest() : jar.getManifest())
                    .toList()) {
                ZipEntry entry = jar.getEntry(name);
                if (entry != null && !entry.isDirectory()) {
                    Path file = folder.resolve(name);
                    Files.createDirectories(file.getParent());
                    try (InputStream stream = jar.getInputStream(entry)) {
                        Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                    classPath.add(file);
                }
            }
        }
    }

    private static Stream<String> inner(Manifest manifest) {
        String path = manifest.getMainAttributes().getValue(new Attributes.Name("Bundle-ClassPath"));
        return Stream.of((path == null ? "." : path).split(","))
                .map(entry -> entry.split(";")[0].strip())
                .filter(entry -> !entry.equals("."));
    }

    /** Programs in Python find the product's package beside the jars, as here. */
    private void python(Recipe recipe) throws IOException {
        for (Content jar : recipe.jars()) {
            for (Path above = jar.path(); above != null; above = above.getParent()) {
                if (Files.isRegularFile(above.resolve(PYTHON).resolve("gidn/__init__.py"))) {
                    copy(
                            above.resolve(PYTHON).resolve("gidn"),
                            spool.code().resolve(PYTHON).resolve("gidn"));
                    return;
                }
            }
        }
    }

    /** Copies a file or a folder, unless an equal one is there already. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target) || Files.mismatch(each, target) >= 0) {
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String arguments(ClusterSettings settings) {
        String paths = classPath.stream().map(Path::toString).collect(Collectors.joining(":"));
        StringBuilder text = new StringBuilder("-cp\n\"").append(paths).append("\"\n");
        if (settings.memory() > 0) {
            text.append("-Xmx")
                    .append(Math.max(1, settings.memory() * HEAP_PERCENT / 100))
                    .append("m\n");
        }
        text.append("-XX:ActiveProcessorCount=").append(settings.cores()).append('\n');
        text.append(settings.cores() == 1 ? "-XX:+UseSerialGC\n" : "");
        return text.toString();
    }

    private String script(ClusterSettings settings) {
        String java = settings.java().isEmpty()
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : settings.java();
        return SCRIPT.replace("@POOL@", quoted(spool.root().toString()))
                .replace("@JAVA@", quoted(java))
                .replace("@OTHER@", settings.java().isEmpty() ? "java" : "")
                .replace("@SHELL@", Roster.SHELL)
                .replace("@CORES@", String.valueOf(settings.cores()))
                .replace("@LEASE@", String.valueOf(settings.lease()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Says in a file what a worker that never starts lacks. */
    private static final String SCRIPT = """
            #!/bin/sh
            # Starts a worker: worker.sh JOB SECONDS
            pool=@POOL@
            job=$1
            tell() {
                echo "$2" >&2
                printf 'job=%s\\nstate=%s\\nhost=%s\\nreason=%s\\nend=1\\n' "$job" "$1" "$(hostname)" "$2" \\
                    >"$pool/tmp/$job.sh" && mv "$pool/tmp/$job.sh" "$pool/workers/$job@SHELL@"
            }
            fail() {
                tell refused "$1"
                exit 1
            }
            rm -f "$pool/workers/$job@SHELL@"
            waited=0
            await() {
                until [ -r "$1" ]; do
                    [ $waited -lt 120 ] || fail "Machine $(hostname) does not see $1 in the shared folder."
                    waited=$((waited + 1))
                    sleep 1
                done
            }
            java=
            for each in @JAVA@ @OTHER@; do
                if command -v "$each" >/dev/null 2>&1; then
                    java=$each
                    break
                fi
            done
            [ -n "$java" ] ||
                fail "Machine $(hostname) has no "@JAVA@"; name a Java of version 17 or later there with the setting 'java', or a module that brings one."
            version=$("$java" -version 2>&1 | sed -n 's/.* version "\\([0-9]*\\).*/\\1/p' | head -n 1)
            [ "${version:-0}" -ge 17 ] ||
                fail "Java on machine $(hostname), $java, has version ${version:-unknown}, but 17 or later is needed; name another with the setting 'java', or a module that brings one."
            await "$pool/java.args"
            await "$pool/class-path"
            while IFS= read -r file; do
                await "$file"
            done <"$pool/class-path"
            "$java" @"$pool/java.args" org.gidn.cluster.internal.worker.WorkerMain "$pool" "$job" @CORES@ "$2" @LEASE@ &
            child=$!
            trap 'kill $child 2>/dev/null' TERM INT HUP
            wait $child
            status=$?
            # A signal ends the first wait before the program.
            wait $child 2>/dev/null
            # With 0 and 1 it has told of its end itself; whoever had it ended may have told why.
            [ $status -le 1 ] || [ -e "$pool/workers/$job@SHELL@" ] || tell failed "Job $job ended on machine $(hostname) with status $status."
            exit $status
            """;
}
