// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gidn.core.material.Material;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/**
 * The stress and strain of elements of several moduli up to their failure, under uniaxial stress, from the material that a
 * run was made with (Figure S17 of the paper).
 */
public final class ElementCurves implements StudyFigureFactory {
    private static final double[] VARIABLES = {1, 0.75, 0.5, 0.25, 0};

    @Override
    public List<Figure> figures(StudyResults study) {
        Experiment experiment = new ExperimentReader(study.catalogue())
                .read(study.parts().get(0).runs().get(0).run());
        Optional<Configuration> material = experiment.evaluator().values().values().stream()
                .filter(Configuration.class::isInstance)
                .map(Configuration.class::cast)
                .filter(nested -> nested.extension().point().equals(Points.MATERIALS))
                .findFirst();
        if (material.isEmpty()) {
            return List.of();
        }
        try (Material found = study.catalogue().create(material.get(), Material.class)) {
            return List.of(plot(found));
        }
    }

    private static Plot plot(Material material) {
        double[] stiff = failure(material, 1);
        List<Series> series = new ArrayList<>();
        for (double variable : VARIABLES) {
            double[] end = failure(material, variable);
            double strain = end[0] / stiff[0];
            double stress = end[1] / stiff[1];
            String name = variable == 1
                    ? Messages.elementStiff
                    : variable == 0 ? Messages.elementSoft : "x = " + Numbers.brief(variable);
            series.add(new Series.Line(
                    name, Hue.of(series.size()), new double[] {0, strain, strain}, new double[] {0, stress, 0}));
        }
        return new Plot(
                Messages.elementTitle,
                Messages.elementCaption,
                Axis.linear(Messages.elementStrain, ""),
                Axis.linear(Messages.elementStress, ""),
                series);
    }

    /** Strain and stress at which an element fails under stress along x alone. */
    private static double[] failure(Material material, double variable) {
        double[] stiffness = new double[Material.ENTRIES];
        double[] form = new double[Material.ENTRIES];
        material.stiffness(variable, stiffness);
        material.failure(variable, form);
        // The strain across that leaves no stress across: D21 ε_xx + D22 ε_yy = 0.
        double across = -stiffness[1] / stiffness[2];
        double modulus = stiffness[0] + stiffness[1] * across;
        double strain = 1 / Math.sqrt(form[0] + 2 * form[1] * across + form[2] * across * across);
        return new double[] {strain, modulus * strain};
    }
}
