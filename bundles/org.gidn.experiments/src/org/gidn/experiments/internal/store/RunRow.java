package org.gidn.experiments.internal.store;

/**
 * The columns of a new run, see {@code schema.sql}.
 *
 * @param title the experiment's title
 * @param seed the source of all its chance
 * @param optimiser name of the design method
 * @param evaluator key of the evaluations that runs share
 * @param settings JSON of the settings
 * @param problem JSON of objectives, design space and layout
 * @param versions JSON of versions
 * @param host JSON of facts about the machine
 */
public record RunRow(
        String title,
        long seed,
        String optimiser,
        String evaluator,
        String settings,
        String problem,
        String versions,
        String host) {}
