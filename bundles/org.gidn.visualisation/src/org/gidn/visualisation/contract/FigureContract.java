// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.contract;

import java.util.List;
import org.gidn.core.contract.Contract;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.files.FigureFiles;

/**
 * What every {@link FigureFactory} promises, seen on the results of a run that the author gives.
 *
 * @since 1.0
 */
public final class FigureContract extends Contract {
    private final FigureFactory factory;
    private final RunResults results;

    /**
     * @param results of a run that has what the figures show, or has not
     */
    public FigureContract(FigureFactory factory, RunResults results) {
        this.factory = factory;
        this.results = results;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise(
                        "There is a list of figures, empty if the run has not stored what they show.", this::listed),
                new Promise("Each has a title without a full stop and a caption of sentences.", this::told),
                new Promise("Each can be drawn, and written as numbers.", this::drawn),
                new Promise("The same results give the same figures.", this::stateless));
    }

    private List<Figure> figures() {
        List<Figure> figures = factory.figures(results);
        require(figures != null, "no list");
        return figures;
    }

    private void listed() {
        figures().forEach(figure -> require(figure != null, "a null among the figures"));
    }

    private void told() {
        for (Figure figure : figures()) {
            require(!figure.title().isBlank() && !figure.title().endsWith("."), "the title '" + figure.title() + "'");
            require(figure.caption().endsWith("."), "the caption '" + figure.caption() + "'");
        }
    }

    private void drawn() {
        for (Figure figure : figures()) {
            require(FigureFiles.svg(figure).contains("<svg"), "no picture of '" + figure.title() + "'");
            FigureFiles.csv(figure);
        }
    }

    private void stateless() {
        List<String> first = figures().stream().map(FigureFiles::svg).toList();
        require(first.equals(figures().stream().map(FigureFiles::svg).toList()), "another picture the second time");
    }
}
