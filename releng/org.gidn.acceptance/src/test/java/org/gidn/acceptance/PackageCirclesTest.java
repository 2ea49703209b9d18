// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages use each other in one direction. */
class PackageCirclesTest {
    private static final Path BUNDLES = Path.of("../../bundles");

    @Test
    void noPackagesUseEachOtherInACircle() throws IOException {
        JavaClasses classes = new ClassFileImporter().importPaths(folders());
        assertTrue(classes.size() > 500, classes.size() + " classes found");
        SlicesRuleDefinition.slices()
                .matching("org.(gidn..)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    /** The classes of our bundles, as they were compiled. */
    private static List<Path> folders() throws IOException {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            return bundles.filter(bundle -> !bundle.toString().endsWith(".tests"))
                    .map(bundle -> bundle.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
