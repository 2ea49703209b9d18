// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.files.FigureFiles;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.views.ViewExport;
import org.gidn.workbench.internal.views.ViewExport.Format;

/** The files that a gallery of designs can be written to: a picture of the first ones, and the data of all. */
final class GalleryExport {
    /** Ten rows of a page. */
    private static final int MOST_PICTURES = 50;

    private GalleryExport() {}

    /**
     * @param picture how a design is drawn; null if it cannot be
     * @param label what stands below a design
     */
    static List<Format> formats(
            RunRecord run, List<FoundDesign> designs, DesignPicture picture, Function<FoundDesign, String> label) {
        List<Format> formats = new ArrayList<>();
        if (designs.isEmpty()) {
            return formats;
        }
        if (picture != null) {
            List<FoundDesign> first = designs.subList(0, Math.min(MOST_PICTURES, designs.size()));
            DesignBatch batch =
                    DesignBatch.join(first.stream().map(FoundDesign::designs).toList());
            List<String> labels = first.stream().map(label).toList();
            DesignGrid grid = new DesignGrid(run.title(), "", picture, batch, labels);
            formats.add(ViewExport.png(grid));
            formats.add(ViewExport.svg(grid));
            formats.add(ViewExport.pdf(grid));
        }
        formats.add(new Format(Messages.figureCsv, "csv", file -> FigureFiles.writeTable(table(run, designs), file)));
        return formats;
    }

    private static List<List<?>> table(RunRecord run, List<FoundDesign> designs) {
        List<List<?>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of(ResultColumns.DESIGN));
        run.outputs().forEach(objective -> header.add(ResultColumns.of(objective)));
        header.addAll(
                List.of(ResultColumns.PREDICTED, ResultColumns.SOURCE, ResultColumns.ITERATION, ResultColumns.COUNT));
        rows.add(header);
        for (FoundDesign design : designs) {
            List<Object> row = new ArrayList<>(List.of(design.text()));
            DoubleStream.of(design.values()).forEach(row::add);
            row.addAll(List.of(design.predicted(), design.source(), design.iteration(), design.count()));
            rows.add(row);
        }
        return rows;
    }
}
