// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.run.InstalledEvaluator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints figures of this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast a part of the product is on this machine, beside named baselines.",
        footer = {
            "",
            "Let the machine do nothing else meanwhile.",
            "",
            "Examples:",
            "  gidn list benchmarks",
            "  gidn bench fem --set sizes=8,16",
            "  gidn bench predictor",
            "  gidn bench store"
        })
final class BenchCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            description = "fem, predictor, designer, frugal, store, external, cluster or what a plug-in brings.")
    private String name;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Changes a setting of the benchmark.")
    private List<String> settings = new ArrayList<>();

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = session.catalogue();
        Configuration configuration = new ExperimentReader(catalogue)
                .configure(Points.BENCHMARKS, name, "benchmark", Overrides.parse(settings));
        TextTable table = new TextTable();
        List<Evaluator> evaluators = new ArrayList<>();
        try (Benchmark benchmark = catalogue.create(configuration, Benchmark.class)) {
            table.add(benchmark.columns());
            benchmark.run((id, values) -> evaluator(catalogue, id, values, evaluators), session.cancellation(), row -> {
                table.add(row);
                session.err().println(String.join("  ", row));
            });
        } finally {
            evaluators.forEach(Evaluator::close);
        }
        session.out().print(table);
        return ExitStatus.DONE.code();
    }

    private static InstalledEvaluator evaluator(
            Catalogue catalogue, String id, Map<String, String> values, List<Evaluator> made) {
        Configuration configuration = new ExperimentReader(catalogue)
                .configure(Points.EVALUATORS, id, "evaluator", new Overrides(values, null));
        Evaluator evaluator = catalogue.create(configuration, Evaluator.class);
        made.add(evaluator);
        return new InstalledEvaluator(evaluator, configuration, Path.of(""));
    }
}
