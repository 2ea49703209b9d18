// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product that somebody else has installed, used by one who has no home, as programs of a queue have none. */
class ReadOnlyProductTest {
    private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rwxrwxrwx");

    @TempDir
    private Path folder;

    @Test
    void itKeepsOneFolderForAllCalls() throws Exception {
        Product product = Product.copy(folder);
        // Root may write everywhere, so that somebody else has to be the user.
        boolean root = Files.isWritable(Path.of("/proc/sys/kernel/hostname"));
        List<String> call = new ArrayList<>();
        if (root) {
            Files.setPosixFilePermissions(folder, ALL);
            call.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        } else {
            Files.setPosixFilePermissions(
                    product.folder().resolve("configuration"), PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.setPosixFilePermissions(temporary, ALL);
        call.addAll(List.of(
                "env",
                "-i",
                "PATH=/usr/bin:/bin",
                "LC_ALL=C",
                "TMPDIR=" + temporary,
                product.folder().resolve("gidn").toString()));
        call.add("--version");
        for (int i = 0; i < 2; i++) {
            assertTrue(product.run(product.work(), call).done().out().startsWith("GIDN Workbench"));
            try (Stream<Path> kept = Files.list(temporary)) {
                List<String> names =
                        kept.map(Path::getFileName).map(Path::toString).toList();
                assertEquals(1, names.size(), names::toString);
                assertTrue(names.get(0).startsWith("gidn-"), names::toString);
            }
        }
    }
}
