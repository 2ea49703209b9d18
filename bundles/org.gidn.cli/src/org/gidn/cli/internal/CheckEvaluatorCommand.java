// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Settings;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.external.internal.Maker;
import org.gidn.external.internal.check.ProtocolCheck;
import org.gidn.external.internal.declared.OutputsText;
import org.gidn.external.internal.declared.VariablesText;
import org.gidn.external.internal.process.Command;
import org.gidn.external.internal.process.Surroundings;
import org.gidn.external.internal.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays the whole exchange with a program that is to evaluate designs. */
@CommandLine.Command(
        name = "check-evaluator",
        mixinStandardHelpOptions = true,
        description =
                "Plays all cases of the exchange with a program that is to evaluate designs, and says what holds.",
        footer = {
            "",
            "What the variables and outputs are is taken from an experiment, or told by options in the same words.",
            "",
            "Examples:",
            "  gidn check-evaluator --experiment truss",
            "  gidn check-evaluator --variables 'x: 10 reals from 0.1 to 35' --outputs 'minimise mass' -- python3 truss.py"
        })
final class CheckEvaluatorCommand implements Callable<Integer> {
    private static final String ID = "org.gidn.external.program";
    private static final double PATIENCE_SECONDS = 60;

    private final Session session;

    @Option(
            names = "--experiment",
            paramLabel = "EXPERIMENT",
            description = "A project's folder or an experiment file whose evaluator is a program.")
    private String experiment;

    @Option(names = "--variables", paramLabel = "TEXT", description = "What a design consists of, as in an experiment.")
    private String variables;

    @Option(names = "--outputs", paramLabel = "TEXT", description = "What the program gives, as in an experiment.")
    private String outputs;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The program and its arguments, after --.")
    private List<String> command = List.of();

    CheckEvaluatorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean all = new ProtocolCheck(program()).run(session.cancellation(), finding -> {
            session.out().println((finding.holds() ? "holds  " : "FAILS  ") + finding.promise());
            if (!finding.found().isEmpty()) {
                session.out().println("       " + Printable.sentence(finding.found()));
            }
            session.out().flush();
        });
        return all
                ? ExitStatus.DONE.code()
                : session.complain(
                        "The program does not keep to the exchange; see the page Programs of the guide.",
                        ExitStatus.FAILED);
    }

    private Program program() {
        Program declared = experiment == null ? null : declared();
        if (declared == null && (variables == null || outputs == null)) {
            throw new InvalidInputException("It is not said what the variables and outputs are; name an experiment with"
                    + " --experiment, or say it with --variables and --outputs.");
        }
        if (declared == null && command.isEmpty()) {
            throw new InvalidInputException("No program is named; put it and its arguments at the end, after --.");
        }
        Path folder = declared == null ? session.folder() : declared.folder();
        return new Program(
                variables == null ? declared.variables() : VariablesText.parse(variables),
                outputs == null ? declared.outputs() : OutputsText.parse(outputs),
                command.isEmpty() ? declared.command() : Command.of(command, folder),
                declared == null ? Surroundings.of("") : declared.environment(),
                folder,
                List.of(),
                0,
                declared == null ? PATIENCE_SECONDS : declared.timeout(),
                0);
    }

    private Program declared() {
        Path path = session.resolve(experiment);
        Path file = Files.isDirectory(path) ? path.resolve(Experiment.FILE) : path;
        Configuration evaluator = new ExperimentReader(session.catalogue())
                .read(file, Overrides.NONE)
                .evaluator();
        if (!evaluator.id().equals(ID)) {
            throw new InvalidInputException(
                    "The evaluator of " + experiment + " is " + evaluator.id() + ", not a program (" + ID + ").");
        }
        Settings settings = Settings.checked(evaluator.resolved(file.getParent()));
        if (!settings.text("exchange").equals(Maker.STREAMS)) {
            throw new InvalidInputException("The program of " + experiment
                    + " is given files, which need no exchange; try it with a design: gidn evaluate --evaluator " + ID
                    + ".");
        }
        return Maker.program(settings);
    }
}
