// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What screen readers are told of the window's views, pages and dialogs through AT-SPI, on a bus of its own. Needs Debian's
 * {@code python3-pyatspi}, {@code at-spi2-core} and {@code dbus-daemon}; played by night.
 */
@EnabledIfSystemProperty(named = "gidn.accessible", matches = "true")
class AccessibilityTest {
    private static final Path SCRIPT = Path.of("src/test/resources/accessible.py");
    private static final Path BUS = Path.of("/usr/libexec/at-spi-bus-launcher");

    /** The bus, who listens, and the window, which ends with the story. */
    private static final String SESSION = """
        "$0" --launch-immediately & bus=$!
        /usr/bin/python3 "$1" "$2" & listener=$!
        "$3"; status=$?
        kill $bus $listener
        exit $status
        """;

    /** What is typed into, chosen from or looked at. */
    private static final Set<String> USED =
            Set.of("text", "combo box", "table", "tree table", "list", "spin button", "slider", "check box", "image");

    private static final Set<String> BUTTONS = Set.of("push button", "toggle button");

    /** Dialogs of the platform. */
    private static final Set<String> FOREIGN = Set.of("new.read", "preferences.read");

    @TempDir
    Path folder;

    @Test
    void screenReadersAreToldWhatIsDrawn() throws Exception {
        assumeTrue(
                Files.isExecutable(BUS) && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/pyatspi")),
                "at-spi2-core or python3-pyatspi is not installed");
        Product product = Product.copy(folder);
        product.add("org.gidn.acceptance.window", Path.of("../org.gidn.acceptance.window/target"));
        Path story = Files.createDirectory(folder.resolve("story"));
        String options = String.join(
                " ",
                "-Dosgi.instance.area=" + product.work().resolve("workspace").toUri(),
                "-Dgidn.acceptance=" + story,
                "-Dgidn.acceptance.story=accessible");
        product.run(
                        product.work(),
                        List.of(
                                "env",
                                "-u",
                                "NO_AT_BRIDGE",
                                "GIDN_VMARGS=" + options,
                                "GDK_BACKEND=x11",
                                "DISPLAY=" + OwnDisplay.name(),
                                "dbus-run-session",
                                "--",
                                "sh",
                                "-c",
                                SESSION,
                                BUS.toString(),
                                SCRIPT.toAbsolutePath().toString(),
                                story.toString(),
                                product.folder().resolve("gidn").toString()))
                .done();
        assertTrue(Files.exists(story.resolve("done")), "the story to come to its end");
        assertEquals(List.of(), nameless(story));
        told(story, "gallery", "list\t259 designs");
        told(
                story,
                "dashboard",
                "table\tDesign of 8 rows and 8 columns; the arrow keys lead through it, the space bar changes an element");
        told(story, "inspector", "image\tStrain xx");
        told(story, "comparison", "image\tBest toughness against evaluations");
        told(story, "histogram", "image\tTraining samples and inverse designs");
        told(story, "prediction", "image\tPredicted and evaluated toughness");
        told(story, "page-2", "combo box\tEvaluator");
        told(story, "page-2", "text\tVolume fraction");
        told(story, "axes", "text\tAcross: From");
        told(story, "projects", "tree table\tProjects");
    }

    /** What the keys lead to without being told what it is; buttons with a picture alone are described. */
    private static List<String> nameless(Path story) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(story)) {
            files = all.filter(file -> file.toString().endsWith(".read"))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 20, files::toString);
        List<String> nameless = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            for (String line : FOREIGN.contains(name) ? List.<String>of() : Files.readAllLines(file)) {
                String[] parts = line.split("\t", -1);
                boolean silent = USED.contains(parts[0]) && parts[1].isEmpty()
                        || BUTTONS.contains(parts[0]) && (parts[1] + parts[2]).isEmpty();
                if (silent && line.endsWith("focusable")) {
                    nameless.add(name + ": " + line);
                }
            }
        }
        return nameless;
    }

    /** Something that the keys lead to, with its role and name. */
    private static void told(Path story, String view, String thing) throws IOException {
        List<String> lines = Files.readAllLines(story.resolve(view + ".read"));
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.startsWith(thing + "\t") && line.endsWith("focusable"))
                        .limit(1)
                        .count(),
                () -> view + " tells of no " + thing + ", but of " + lines);
    }
}
