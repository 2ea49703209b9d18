// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installations with one bundle of somebody else's. */
class RefusalTest {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String BUNDLE = "Manifest-Version: 1.0\nBundle-SymbolicName: their.library;singleton:=true\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void anInstallation() throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Path profile = Files.createDirectories(folder.resolve("p2/profile")).resolve("1.profile.gz");
        try (var text = new GZIPOutputStream(Files.newOutputStream(profile))) {
            text.write("""
                    <profile><unit id="their.library" version="1.2.0"><properties>
                      <property name="maven-groupId" value="their"/>
                      <property name="maven-artifactId" value="library"/>
                      <property name="maven-version" value="1.2"/>
                    </properties></unit></profile>
                    """.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("gidn.target"), "<target/>");
    }

    @Test
    void aLibraryUnderAFreeLicenceIsNamedWithIt() throws IOException {
        pom("<licenses><license><name>The Apache Software\n   License, Version 2.0</name></license></licenses>");
        jar(Map.of(MANIFEST, BUNDLE));
        Part part = parts().get(0);
        assertEquals("pkg:maven/their/library@1.2", part.identity().purl());
        assertEquals("Apache-2.0", part.licence());
        assertEquals("plugins/their.library_1.2.0.jar", part.file());
        assertEquals(64, part.sha256().length());
    }

    @Test
    void oneOfSeveralLicencesIsEnough() throws IOException {
        pom("<licenses><license><name>GPLv3</name></license><license><name>MIT</name></license></licenses>");
        jar(Map.of(MANIFEST, BUNDLE));
        assertEquals("MIT", parts().get(0).licence());
    }

    @Test
    void theLicenceMayStandInTheParentsPom() throws IOException {
        pom("<parent><groupId>their</groupId><artifactId>parent</artifactId><version>3</version></parent>");
        pom("parent", "3", "<licenses><license><name>EPL-2.0</name></license></licenses>");
        jar(Map.of(MANIFEST, BUNDLE));
        assertEquals("EPL-2.0", parts().get(0).licence());
    }

    @Test
    void aLibraryUnderTheGplIsRefused() throws IOException {
        pom("<licenses><license><name>GNU General Public License, version 3</name></license></licenses>");
        jar(Map.of(MANIFEST, BUNDLE));
        refused("their:library", "GNU General Public License, version 3", "licences.csv");
    }

    @Test
    void aLibraryWithoutALicenceIsRefused() throws IOException {
        pom("");
        jar(Map.of(MANIFEST, BUNDLE));
        refused("their:library", "no licence");
    }

    @Test
    void aBundleOfUnknownOriginIsRefused() throws IOException {
        jar(Map.of(MANIFEST, BUNDLE.replace("their", "another")));
        refused("another.library", "where");
    }

    @Test
    void whatOthersHavePackedInIsLookedAtToo() throws IOException {
        pom("<licenses><license><name>MIT</name></license></licenses>");
        jar(Map.of(MANIFEST, BUNDLE, "META-INF/maven/a/b/pom.properties", "groupId=a\nartifactId=b\nversion=1\n"));
        refused("a:b", "parts.csv");
    }

    @Test
    void nativeLibrariesAreLookedAtToo() throws IOException {
        pom("<licenses><license><name>MIT</name></license></licenses>");
        jar(Map.of(MANIFEST, BUNDLE, "linux/libreadline.so.8", "ELF"));
        refused("libreadline.so.8", "natives.csv");
        jar(Map.of(MANIFEST, BUNDLE, "linux/libgfortran.so.5", "ELF"));
        Part inside = parts().get(0).inside().get(0);
        assertEquals("GPL-3.0-or-later WITH GCC-exception-3.1", inside.licence());
        assertEquals("plugins/their.library_1.2.0.jar!linux/libgfortran.so.5", inside.file());
    }

    @Test
    void whoAsksToBeNamedHasToBe() throws IOException {
        pom("<licenses><license><name>MIT</name></license></licenses>");
        jar(Map.of(MANIFEST, BUNDLE));
        List<Part> parts = parts();
        String sentence =
                assertThrows(Refusal.class, () -> Copyrights.check(parts)).getMessage();
        assertTrue(sentence.contains("their:library") && sentence.contains("copyrights.csv"), sentence);
    }

    private void pom(String content) throws IOException {
        pom("library", "1.2", content);
    }

    private void pom(String name, String version, String content) throws IOException {
        Path pom = folder.resolve("repository/their/" + name + "/" + version + "/" + name + "-" + version + ".pom");
        Files.createDirectories(pom.getParent());
        Files.writeString(pom, "<project>" + content + "</project>");
    }

    private void jar(Map<String, String> entries) throws IOException {
        Path jar = folder.resolve("plugins/their.library_1.2.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private List<Part> parts() throws IOException {
        Archives archives = new Archives(new Poms(folder.resolve("repository")));
        return new Installation(folder, folder.resolve("gidn.target"), archives).parts();
    }

    private void refused(String... words) {
        String sentence = assertThrows(Refusal.class, this::parts).getMessage();
        for (String word : words) {
            assertTrue(sentence.contains(word), sentence);
        }
    }
}
