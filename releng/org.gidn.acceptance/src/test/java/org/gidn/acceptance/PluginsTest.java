// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins come to the built product from a site, are replaced by newer versions, and go. */
@EnabledOnOs(OS.LINUX)
class PluginsTest {
    private static final String EVOLUTION = "org.gidn.samples.evolution";
    private static final String FEATURE = EVOLUTION + ".feature";
    private static final String METHOD = EVOLUTION + ".differentialEvolution";
    private static final String EXPERIMENT = """
        format: 1
        problem: {evaluator: org.gidn.baselines.peaks}
        optimiser: {use: org.gidn.samples.evolution.differentialEvolution, population: 20, generations: 30}
        """;

    @TempDir
    Path folder;

    @Test
    void aPluginIsInstalledUsedReplacedAndRemoved() throws Exception {
        Product product = Product.copy(folder);
        Path experiment = Files.writeString(product.work().resolve("evolve.yaml"), EXPERIMENT);
        String message = product.gidn("run", experiment.toString()).refused().err();
        assertFalse(message.contains("--site"), message);
        product.gidn("plugins", "sites", "--add", Product.site().toString()).done();
        message = product.gidn("run", experiment.toString()).refused().err();
        assertTrue(
                message.contains(
                        "The optimiser '" + METHOD + "' is not installed. The feature 'GIDN sample: differential"
                                + " evolution' provides it; to install it: gidn plugins install --site "),
                message);

        try (SiteServer server = new SiteServer(Product.site())) {
            String offered = product.gidn("plugins", "list", "--site", server.address())
                    .done()
                    .out();
            for (String sample : new String[] {"orthotropic", "stiffness", "evolution", "neighbours", "calculix"}) {
                assertTrue(offered.contains("org.gidn.samples." + sample + ".feature"), offered);
            }
            product.gidn(
                            "plugins",
                            "install",
                            "--site",
                            server.address(),
                            "--allow-http",
                            "--allow-unverified",
                            FEATURE)
                    .done();
        }
        assertTrue(product.gidn("list", "optimisers").done().out().contains(METHOD));
        assertTrue(product.gidn("list", "schema").done().out().contains(METHOD));
        product.gidn("run", experiment.toString()).done();

        Path newer = ChangedSite.publish(
                product, folder.resolve("newer"), EVOLUTION, text -> text.replaceAll("1\\.0\\.0\\.(\\w)", "1.1.0.$1"));
        Outcome updated =
                product.gidn("plugins", "update", "--site", newer.toString()).done();
        assertTrue(updated.err().startsWith("Updated to " + FEATURE + " 1.1.0."), updated.err());
        assertTrue(product.gidn("plugins", "list").done().out().contains(FEATURE + "  1.1.0."));
        product.gidn("run", experiment.toString()).done();

        product.gidn("plugins", "uninstall", FEATURE).done();
        assertEquals(
                "No plug-ins have been added.\n",
                product.gidn("plugins", "list").done().err());
        String unknown = product.gidn("run", experiment.toString()).refused().err();
        assertTrue(unknown.contains(METHOD), unknown);
    }

    @Test
    void whatIsNotEncryptedOrNotVerifiedIsInstalledOnTheUsersWordOnly() throws Exception {
        Product product = Product.copy(folder);
        Path unchecked = ChangedSite.publish(product, folder.resolve("unchecked"), EVOLUTION, text -> text);
        ChangedSite.removeChecksums(unchecked);
        try (SiteServer server = new SiteServer(Product.site());
                SiteServer withoutChecksums = new SiteServer(unchecked)) {
            Path made = ChangedSite.compose(folder.resolve("made"), server.address());
            for (String site : List.of(server.address(), made.toString())) {
                assertRefused(product, "site " + server.address() + " is read without encryption", "--site", site);
            }
            assertRefused(product, "--allow-http", "--site", server.address(), "--allow-unverified");
            assertRefused(product, "not signed", "--site", server.address(), "--allow-http");
            assertRefused(product, "has no checksum", "--site", withoutChecksums.address(), "--allow-http");
            Path elsewhere = ChangedSite.moveFiles(unchecked, folder.resolve("elsewhere"), withoutChecksums.address());
            assertRefused(product, "has no checksum", "--site", elsewhere.toString());
        }
        String installed = product.gidn("plugins", "install", "--site", unchecked.toString(), FEATURE)
                .done()
                .err();
        assertTrue(installed.endsWith(", not signed.\n"), installed);
        assertTrue(product.gidn("plugins", "list").done().out().endsWith("  not signed\n"));
        assertTrue(product.gidn("plugins", "sites").done().out().contains(unchecked.toString()));
        String again = product.gidn("plugins", "install", "--site", unchecked.toString(), FEATURE)
                .refused()
                .err();
        assertTrue(again.contains("is installed already") && again.contains("'gidn plugins update " + FEATURE), again);
    }

    @Test
    void signersAreNamed() throws Exception {
        Product product = Product.copy(folder);
        Path signed = ChangedSite.publishSigned(product, folder.resolve("signed"), EVOLUTION, "Jane Doe");
        try (SiteServer server = new SiteServer(signed)) {
            assertRefused(product, "signed by Jane Doe, whom", "--site", server.address(), "--allow-http");
        }
        String installed = product.gidn("plugins", "install", "--site", signed.toString(), FEATURE)
                .done()
                .err();
        assertTrue(installed.endsWith(", signed by Jane Doe.\n"), installed);
        assertTrue(product.gidn("plugins", "list").done().out().endsWith("  signed by Jane Doe\n"));
    }

    @Test
    void aDamagedOrMissingFileIsToldByNameAndPlace() throws Exception {
        Product product = Product.copy(folder);
        Path site = ChangedSite.publish(product, folder.resolve("damaged"), EVOLUTION, text -> text);
        Path jar = ChangedSite.latest(site.resolve("plugins"), EVOLUTION);
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar, bytes);
        assertRefused(product, "the file of " + EVOLUTION + " 1.0.0", "--site", site.toString());
        Files.delete(jar);
        assertRefused(
                product,
                " at " + site.toUri().toString().replaceAll("/$", "") + " is missing",
                "--site",
                site.toString());
    }

    /** Installs nothing, says why in one line, and remembers no site. */
    private static void assertRefused(Product product, String why, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("plugins", "install"));
        command.addAll(List.of(options));
        command.add(FEATURE);
        String refusal = product.gidn(command.toArray(String[]::new)).refused().err();
        assertTrue(refusal.contains(why), refusal);
        assertFalse(refusal.contains("session context"), refusal);
        assertEquals(1, refusal.lines().count(), refusal);
        assertEquals("", product.gidn("plugins", "sites").done().out());
        assertEquals("", product.gidn("plugins", "list").done().out());
    }

    @Test
    void sitesAreRememberedAndForgotten() throws Exception {
        Product product = Product.copy(folder);
        Path site = folder.resolve("site");
        Product.copy(Product.site(), site);
        product.gidn("plugins", "sites", "--add", site.toString()).done();
        assertTrue(product.gidn("plugins", "sites").done().out().contains(site.toString()));
        product.gidn("plugins", "sites", "--remove", site.toString()).done();
        assertFalse(product.gidn("plugins", "sites").done().out().contains(site.toString()));
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() throws Exception {
        Product product = Product.copy(folder);
        Path site = Product.site();
        String unknown = product.gidn(
                        "plugins", "install", "--site", site.toString(), "org.gidn.samples.evolutoin.feature")
                .refused()
                .err();
        assertEquals(
                "gidn: Unknown feature 'org.gidn.samples.evolutoin.feature'; did you mean '" + FEATURE + "'?\n",
                unknown);
        Path wrong = ChangedSite.publish(
                product, folder.resolve("wrong"), EVOLUTION, text -> text.replace("[1.0.0,2.0.0)", "[9.0.0,10.0.0)"));
        String refusal = product.gidn("plugins", "install", "--site", wrong.toString(), FEATURE)
                .refused()
                .err();
        assertTrue(refusal.contains("requires 'osgi.bundle; org.gidn.core [9.0.0,10.0.0)'"), refusal);
        assertEquals(1, refusal.lines().count(), refusal);
        product.gidn("plugins", "uninstall", "org.gidn.feature").refused();
        assertFalse(product.gidn("list", "optimisers").done().out().contains(METHOD));
    }

    @Test
    void whatAnotherProgramChangesIsNotTakenForEmpty() throws Exception {
        Product product = Product.copy(folder);
        Path registry = product.folder().resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry");
        try (Stream<Path> profiles = Files.list(registry);
                FileChannel lock = FileChannel.open(
                        profiles.findFirst().orElseThrow().resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            lock.lock();
            String told = product.gidn("plugins", "list").refused().err();
            assertTrue(told.startsWith("gidn: Another program, such as the window, is changing"), told);
        }
        product.gidn("plugins", "list").done();
    }
}
