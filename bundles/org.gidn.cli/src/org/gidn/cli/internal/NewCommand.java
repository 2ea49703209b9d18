// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.gidn.core.InvalidInputException;
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
        footer = {
            "",
            "Examples:",
            "  gidn new program beam",
            "  gidn run beam",
            "",
            "  gidn new plugin org.example.foam --kind material",
            "  cd org.example.foam && mvn verify"
        })
final class NewCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    NewCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to make: program or plugin.");
    }

    @Command(
            name = "program",
            mixinStandardHelpOptions = true,
            description = "Makes an experiment with a program of your own, which can be run and changed at once.")
    int program(
            @Parameters(paramLabel = "NAME", description = "The project's folder.") String name,
            @Option(
                            names = "--template",
                            description = "With a program that reads an input file and writes results, instead of a"
                                    + " function in Python.")
                    boolean template) {
        Path folder = empty(name);
        new TemplateFiles(template ? "program/files" : "program/python")
                .write(folder, UnaryOperator.identity(), UnaryOperator.identity());
        return made(folder, "run it: gidn run %s");
    }

    @Command(
            name = "plugin",
            mixinStandardHelpOptions = true,
            description =
                    "Makes the project of a plug-in: what it contributes, its test, a feature and an update site, built by Maven.")
    int plugin(
            @Parameters(
                            paramLabel = "NAME",
                            description = "Identifier, as Java packages have it, e.g. org.example.foam.")
                    String name,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            description = "What it contributes: material, evaluator, optimiser, predictor, constraint,"
                                    + " sampler, figure, exporter or executor; material if left out.",
                            defaultValue = "material")
                    String kind,
            @Option(
                            names = "--site",
                            paramLabel = "URL|FOLDER",
                            description =
                                    "The update site of GIDN, against which the plug-in is built. If left out, the one"
                                            + " that the product knows, or else this product itself.")
                    String site,
            @Option(names = "--out", paramLabel = "DIR", description = "The project's folder; NAME if left out.")
                    String out) {
        PluginKind wanted = PluginKind.named(kind);
        Path folder = empty(out == null ? name : out);
        PluginTarget target = site == null
                ? PluginTarget.ofProgram()
                : new PluginTarget(UpdateSite.parse(site, session.folder()), true);
        new PluginProject(name, wanted, target).write(folder);
        int status = made(folder, "build it: cd %s && mvn verify");
        BuildTools.lacking().ifPresent(session::tell);
        return status;
    }

    /** The folder of a new project, where nothing may be. */
    private Path empty(String path) {
        Path folder = session.resolve(path);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidInputException("There is something at " + folder + " already; choose another folder.");
        }
        return folder;
    }

    private int made(Path folder, String next) {
        String shown = session.shown(folder);
        session.err().printf(Locale.ROOT, "Made %s. To " + next + "%n", shown, ShellWord.of(shown));
        return ExitStatus.DONE.code();
    }
}
