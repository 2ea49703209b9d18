// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
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
            description = "fem, predictor, designer, frugal, store, external or what a plug-in brings.")
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
        try (Benchmark benchmark = catalogue.create(configuration, Benchmark.class)) {
            table.add(benchmark.columns());
            benchmark.run(session.cancellation(), row -> {
                table.add(row);
                session.err().println(String.join("  ", row));
            });
        }
        session.out().print(table);
        return ExitStatus.DONE.code();
    }
}
