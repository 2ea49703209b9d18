// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The plug-in guide, word for word: its commands lead from an empty folder to a run with the new plug-in. */
@EnabledOnOs(OS.LINUX)
class GuideTest {
    @TempDir
    Path folder;

    @Test
    void itsCommandsLeadToAnInstalledPlugin() throws Exception {
        Product product = Product.copy(folder);
        // A released product knows the site where it was published.
        product.gidn("plugins", "sites", "--add", Product.site().toString()).done();
        List<String> steps = new GuidePage("writing-plugins.html").commands();
        assertEquals(4, steps.size());
        // The machine's own Maven may be too old, and may have to work offline as this build does.
        String offline = Boolean.getBoolean("maven.offline") ? " -o" : "";
        // The wrapper looks for a Maven on the path itself, and must not find this stand-in there.
        Path maven = Files.writeString(
                product.folder().resolve("mvn"),
                "#!/bin/sh\nPATH='" + System.getenv("PATH") + "' exec "
                        + Path.of("../../mvnw").toRealPath() + offline + " -B \"$@\"\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        String script = steps.stream().collect(Collectors.joining("\n", "set -e\n", "\n"));

        Outcome outcome =
                product.run(product.work(), List.of("sh", "-c", script)).done();

        assertTrue(outcome.out().contains("Tests run: 2, Failures: 0"), outcome::out);
        assertTrue(outcome.out().contains("org.example.foam.twoModuli"), outcome::out);
        Path project = product.work().resolve("org.example.foam");
        assertTrue(Files.exists(project.resolve("foam/results.sqlite")), outcome::err);
    }
}
