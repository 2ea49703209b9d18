// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.export.outline.DesignOutlines;
import org.gidn.export.outline.OutlineFormat;
import org.gidn.export.outline.OutlineSize;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.files.FigureFiles;
import picocli.CommandLine.Option;

/** The files that specimens are made by: pictures and outlines of designs, named by their numbers. */
final class SpecimenFiles {
    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Folder for a picture of each design, PNG; made if need be.")
    private String pictures;

    @Option(
            names = "--outlines",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "Writes the designs as bodies too: stl for printers, dxf for cutters; beside the pictures, or here.")
    private List<OutlineFormat> outlines = new ArrayList<>();

    @Option(names = "--cell", paramLabel = "LENGTH", description = "Side of a cell in outlines; 1 if left out.")
    private double cell = 1;

    @Option(names = "--thickness", paramLabel = "LENGTH", description = "Thickness in outlines; 1 if left out.")
    private double thickness = 1;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Unit of both, mm or in; mm if left out.")
    private OutlineSize.Unit unit = OutlineSize.Unit.MM;

    private OutlineSize size;
    private Path folder;

    /**
     * Looks whether they can be written, before anything is asked for.
     *
     * @throws InvalidInputException if not
     */
    void check(Session session) {
        size = new OutlineSize(cell, thickness, unit);
        folder = pictures == null ? session.folder() : session.resolve(pictures);
        try {
            if (pictures != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new InvalidInputException("Folder " + folder + " cannot be made; allow writing there.", e);
        }
    }

    /** Writes those of the pending designs. */
    void write(Session session, LaboratoryRecord record) {
        if (pictures != null && !DesignPicture.suits(record.run().space())) {
            throw new InvalidInputException("The designs are " + record.run().space()
                    + ", of which there are no pictures; leave --pictures out.");
        }
        for (int place : record.pending()) {
            String name = Integer.toString(record.asked().get(place).number());
            DesignBatch design = record.askedDesigns().slice(place, place + 1);
            if (pictures != null) {
                DesignPicture picture = new DesignPicture(record.run().space());
                FigureFiles.write(
                        new DesignGrid("Design " + name, picture.caption(""), picture, design, List.of(name)),
                        folder.resolve(name + ".png"));
            }
            for (OutlineFormat format : outlines) {
                new DesignOutlines(record.run().space(), size).write(design, 0, format, name, folder);
            }
        }
    }
}
