// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What an installed product takes of the disk, once a network has been trained and kept. */
@EnabledOnOs(OS.LINUX)
class SizeTest {
    private static final long MOST_MEGABYTES = 400;

    @TempDir
    private Path folder;

    @Test
    void staysBelowItsLimitAndDoesWithoutTheEngineOfDl4j() throws Exception {
        Product product = Product.copy(folder);
        List<String> run = new ArrayList<>(List.of("run", "composite-8x8-paper"));
        for (String setting : List.of("samples=200", "starts=100", "iterations=1", "epochs=2")) {
            run.addAll(List.of("--set", setting));
        }
        product.gidn(run.toArray(String[]::new)).done();
        assertTrue(Files.exists(product.work().resolve("composite-8x8-paper/runs/1/predictor-0.zip")));
        List<Path> files;
        try (Stream<Path> all = Files.walk(product.folder())) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        long megabytes = bytes >> 20;
        assertTrue(megabytes < MOST_MEGABYTES, () -> megabytes + " MB");
        assertEquals(
                List.of(),
                files.stream().filter(file -> file.endsWith("libnd4jcpu.so")).toList());
    }
}
