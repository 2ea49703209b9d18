// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.catalogue.InstalledVersion;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.internal.process.GuestExit;
import org.gidn.experiments.project.StoreException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The commands, and what their ends mean to the caller. */
public final class CommandLineTool {
    private final Session session;

    public CommandLineTool(Session session) {
        this.session = session;
    }

    @Command(
            name = "gidn",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description =
                    "Designs materials by generative inverse design networks. Without a command, opens the workbench.",
            footer = {
                "",
                "Examples:",
                "  gidn --workspace FOLDER       the workbench, with its projects in that folder",
                "  gidn run composite-8x8        design a composite with fifty evaluations",
                "  gidn list                     what is installed",
                "  gidn run --help               what a command does and takes"
            },
            exitCodeListHeading = "%nExit status:%n")
    private static final class Root {}

    /** Runs a command; returns the exit status of the process. */
    public int execute(String... arguments) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new RunCommand(session))
                .addSubcommand(new SweepCommand(session))
                .addSubcommand(new EvaluateCommand(session))
                .addSubcommand(new ListCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new AskCommand(session))
                .addSubcommand(new TellCommand(session))
                .addSubcommand(new CommandLine(new RunsCommand(session))
                        .addSubcommand(new RunsEditCommand(session))
                        .addSubcommand(new RunsDeleteCommand(session)))
                .addSubcommand(new CheckCommand(session))
                .addSubcommand(new CheckEvaluatorCommand(session))
                .addSubcommand(new RepairCommand(session))
                .addSubcommand(new CompareCommand(session))
                .addSubcommand(new ReproduceCommand(session))
                .addSubcommand(new ClusterCommand(session))
                .addSubcommand(new BenchCommand(session))
                .addSubcommand(new PluginsCommand(session))
                .addSubcommand(new NewCommand(session))
                .addSubcommand(new GenerateCompletion())
                .setOut(new PrintWriter(session.out(), true, session.out().charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(session.terminal() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(
                        (failure, args) -> session.complain(WrongUsage.sentence(failure), ExitStatus.WRONG_INPUT))
                .setExecutionExceptionHandler((failure, command, result) -> report(failure));
        line.getCommandSpec().version("GIDN Workbench " + InstalledVersion.product());
        line.getCommandSpec().usageMessage().exitCodeList(ExitStatus.meanings());
        WrongUsage.install(line);
        return session.delivered(execute(line, arguments));
    }

    private int execute(CommandLine line, String... arguments) {
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return ExitStatus.DONE.code();
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return session.complain(
                    "The memory of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB is used up; give the program"
                            + " more with GIDN_VMARGS=-Xmx8g, for example, or take a smaller problem.",
                    ExitStatus.FAILED);
        } catch (LinkageError | AssertionError | StackOverflowError e) {
            return defect(e);
        }
    }

    private int report(Exception failure) {
        return switch (failure) {
            case PluginException e -> {
                log(e);
                yield session.complain(e.getMessage(), ExitStatus.FAILED);
            }
            case InvalidInputException e -> session.complain(e.getMessage(), ExitStatus.WRONG_INPUT);
            case InvalidPathException e ->
                session.complain(
                        "There can be no file of the name '" + e.getInput() + "' here: " + e.getReason()
                                + ". If its characters are those of another language, set LC_ALL=C.UTF-8.",
                        ExitStatus.WRONG_INPUT);
            case StoreException e -> session.complain(e.getMessage(), ExitStatus.FAILED);
            case CancellationException e ->
                GuestExit.seen()
                        .map(exit -> session.complain(exit.sentence(), ExitStatus.FAILED))
                        .orElseGet(() -> session.complain("Stopped before there was a result.", ExitStatus.CANCELLED));
            default -> defect(failure);
        };
    }

    private int defect(Throwable failure) {
        log(failure);
        String report = Files.exists(LogFile.path()) ? "Please report it, with " + LogFile.path() : "Please report it";
        return session.complain("An error in the program: " + failure + ". " + report + ".", ExitStatus.FAILED);
    }

    private static void log(Throwable failure) {
        System.getLogger(CommandLineTool.class.getName())
                .log(System.Logger.Level.ERROR, "The command failed.", failure);
    }
}
