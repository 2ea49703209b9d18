// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.run.Artefact;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.RunFile;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * How honest a predictor's spread is: which share of the samples held back lies within the central interval of its predictions, by the
 * probability of that interval (Kuleshov, Fenner and Ermon 2018), taking predictions for normally distributed. From a run's
 * files of the kind {@link Artefact#TEST_FIT}, where they have a spread.
 */
public final class SpreadCalibration implements FigureFactory {
    /** The curve's points, evenly spaced. */
    private static final int POINTS = 101;

    @Override
    public List<Figure> figures(RunResults results) {
        TreeMap<Integer, PointFile> files = new TreeMap<>();
        for (RunFile file : results.artefacts(Artefact.TEST_FIT)) {
            PointFile points = PointFile.read(file.path());
            if (points.spread() != null && points.actual().length > 0) {
                files.put(file.number(), points);
            }
        }
        List<Figure> figures = new ArrayList<>();
        files.forEach((iteration, points) ->
                figures.add(plot(RunFigures.title(Messages.calibrationTitle, iteration, files.size()), points)));
        return figures;
    }

    private static Plot plot(String title, PointFile points) {
        double[] needed = needed(points);
        double[] probability = new double[POINTS];
        double[] share = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            probability[k] = k / (POINTS - 1.0);
            share[k] = shareWithin(needed, probability[k]);
        }
        String caption = NLS.bind(
                Messages.calibrationCaption,
                new Object[] {Numbers.whole(needed.length), percent(needed, 0.68), percent(needed, 0.95)});
        return new Plot(
                title,
                caption,
                Axis.linear(Messages.calibrationProbability, "").between(0, 1),
                Axis.linear(Messages.calibrationShare, "").between(0, 1),
                List.of(
                        new Series.Identity(Messages.calibrationHonest, Hue.INK),
                        new Series.Line(Messages.learnedTest, Hue.BLUE, probability, share)),
                true);
    }

    /** Of each sample the probability of the least central interval that holds its value, in ascending order. */
    private static double[] needed(PointFile points) {
        double[] needed = new double[points.actual().length];
        for (int i = 0; i < needed.length; i++) {
            double error = Math.abs(points.actual()[i] - points.predicted()[i]);
            needed[i] = error == 0 ? 0 : errorFunction(error / points.spread()[i] / Math.sqrt(2));
        }
        Arrays.sort(needed);
        return needed;
    }

    private static double shareWithin(double[] needed, double probability) {
        int count = 0;
        while (count < needed.length && needed[count] <= probability) {
            count++;
        }
        return count / (double) needed.length;
    }

    private static String percent(double[] needed, double probability) {
        return Long.toString(Math.round(100 * shareWithin(needed, probability)));
    }

    /** To 1.5e-7 (Abramowitz and Stegun 1964, equation 7.1.26), for arguments from 0 on. */
    private static double errorFunction(double x) {
        double t = 1 / (1 + 0.3275911 * x);
        double polynomial =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return 1 - polynomial * Math.exp(-x * x);
    }
}
