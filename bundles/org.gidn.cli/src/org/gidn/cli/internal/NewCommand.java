// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.plugins.Installation;
import org.gidn.plugins.Plugin;
import org.gidn.plugins.UpdateSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes projects to begin with. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes a project to begin with.",
        footer = {"", "Example:", "  gidn new plugin org.example.foam", "  cd org.example.foam && mvn verify"})
final class NewCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    NewCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to make: plugin.");
    }

    @Command(
            name = "plugin",
            mixinStandardHelpOptions = true,
            description =
                    "Makes the project of a plug-in: a material model, its test, a feature and an update site, built by Maven.")
    int plugin(
            @Parameters(
                            paramLabel = "NAME",
                            description = "Identifier, as Java packages have it, e.g. org.example.foam.")
                    String name,
            @Option(
                            names = "--site",
                            paramLabel = "URL|FOLDER",
                            description =
                                    "The update site of GIDN, against which the plug-in is built; the product's own if left out.")
                    String site,
            @Option(names = "--out", paramLabel = "DIR", description = "The project's folder; NAME if left out.")
                    String out) {
        Path folder = session.resolve(out == null ? name : out);
        PluginProject project =
                new PluginProject(name, site == null ? siteOfProduct() : UpdateSite.parse(site, session.folder()));
        if (Files.exists(folder)) {
            throw new InvalidInputException(
                    "There is something at " + folder + " already; choose another folder with --out.");
        }
        try {
            project.write(folder);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The project cannot be written to " + folder + ": " + e.getMessage() + ".", e);
        }
        session.err()
                .printf(
                        Locale.ROOT,
                        "Made %s. To build it: cd %s && mvn verify%n",
                        session.shown(folder),
                        ShellWord.of(session.shown(folder)));
        return ExitStatus.DONE.code();
    }

    private static URI siteOfProduct() {
        return Installation.running()
                .providing("org.gidn.core.materials")
                .map(Plugin::site)
                .orElseThrow(() ->
                        new InvalidInputException("No known update site offers GIDN itself; name one with --site."));
    }
}
