// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Phase;

/** Designs that may be worth an evaluation: what the designer meets on its way from good ones, and random neighbours of these. */
final class Proposals {
    private final FrugalSettings settings;
    private final RunContext run;
    private final Predictor predictor;
    private final Coding coding;
    private final Elites elites;
    private final RandomStreams random;

    /**
     * @param predictor what the designer follows
     * @param elites what they are made from
     * @param random of the iteration
     */
    Proposals(
            FrugalSettings settings,
            RunContext run,
            Predictor predictor,
            Coding coding,
            Elites elites,
            RandomStreams random) {
        this.settings = settings;
        this.run = run;
        this.predictor = predictor;
        this.coding = coding;
        this.elites = elites;
        this.random = random;
    }

    /**
     * Distinct designs.
     *
     * @param acquisitions what the designer follows, each from its part of the starts
     */
    DesignBatch by(List<Acquisition> acquisitions, Phase phase) {
        List<DesignBatch> parts = new ArrayList<>();
        for (int k = 0; k < acquisitions.size(); k++) {
            int starts =
                    settings.starts() * (k + 1) / acquisitions.size() - settings.starts() * k / acquisitions.size();
            parts.add(designed(acquisitions.get(k), starts, random.child("designer", k), phase));
        }
        parts.add(coding.neighbours(elites, settings.neighbours(), random.stream("neighbours")));
        return DistinctDesigns.of(DesignBatch.join(parts)).designs();
    }

    private DesignBatch designed(Acquisition acquisition, int starts, RandomStreams streams, Phase phase) {
        Problem coded = coding.problem();
        DesignBatch designed = new Designer(coded, descent(coded.space()), acquisition)
                .design(
                        predictor,
                        new EliteStarts(
                                coded.space(),
                                new Elites(coding.encode(elites.designs())),
                                streams,
                                starts,
                                settings.leastNoise(),
                                settings.mostNoise()),
                        settings.moments(),
                        run.workers(),
                        phase,
                        Designer.Keeper.NONE);
        return coding.decode(designed, streams.stream("mended"));
    }

    /** Starts lie where the elites are, so that neither mean nor deviation matters. */
    private DescentSettings descent(DesignSpace moved) {
        double unit = (moved.upper(0) - moved.lower(0)) / 2;
        boolean bounded = !moved.binary();
        return new DescentSettings(0, 1, settings.steps(), settings.learningRate() * unit, bounded, 0, 0);
    }
}
