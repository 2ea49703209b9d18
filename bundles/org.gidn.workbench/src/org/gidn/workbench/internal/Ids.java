// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

/** The identifiers that {@code plugin.xml} and the code share. */
public final class Ids {
    public static final String PLUGIN = "org.gidn.workbench";
    public static final String PERSPECTIVE = PLUGIN + ".perspective";
    public static final String RESULTS_PERSPECTIVE = PLUGIN + ".results";
    public static final String NATURE = PLUGIN + ".experiment";
    public static final String PROBLEM_MARKER = PLUGIN + ".problem";
    public static final String EDITOR = PLUGIN + ".experimentEditor";
    public static final String PAGE = PLUGIN + ".page";

    public static final String NAVIGATOR = PLUGIN + ".projects";
    public static final String GALLERY = PLUGIN + ".gallery";
    public static final String INSPECTOR = PLUGIN + ".inspector";
    public static final String DASHBOARD = PLUGIN + ".dashboard";
    public static final String COMPARISON = PLUGIN + ".comparison";
    public static final String LABORATORY = PLUGIN + ".laboratory";
    public static final String CLUSTER = PLUGIN + ".cluster";
    /** Views that show a figure; the rest of the identifier names it. */
    public static final String FIGURES = PLUGIN + ".figure";

    public static final String HISTOGRAM = FIGURES + ".histogram";
    public static final String CONVERGENCE = FIGURES + ".convergence";
    public static final String TRAINING_LOSS = FIGURES + ".trainingLoss";
    public static final String PREDICTION = FIGURES + ".prediction";
    public static final String RANKS = FIGURES + ".ranks";
    public static final String PATHS = FIGURES + ".paths";
    public static final String CURVES = FIGURES + ".curves";
    public static final String NETWORKS = FIGURES + ".networks";
    public static final String ANY_FIGURE = FIGURES + ".any";
    /** The platform's view of errors. */
    public static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView";

    public static final String EXPERIMENT_WIZARD = PLUGIN + ".experimentWizard";
    public static final String FIRST_EXPERIMENT = PLUGIN + ".firstExperiment";
    public static final String WELCOME_FONT = PLUGIN + ".welcomeFont";

    private Ids() {}
}
