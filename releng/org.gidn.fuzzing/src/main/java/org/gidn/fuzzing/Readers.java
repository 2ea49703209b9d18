// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.util.function.Supplier;

/** The readers of what comes in from outside. */
public enum Readers {
    /** Experiment files and settings of the command line. */
    EXPERIMENTS(ExperimentReading::new),
    /** Files of studies, which plug-ins bring. */
    STUDIES(StudyReading::new),
    /** Files of sweeps. */
    SWEEPS(SweepReading::new),
    /** What experiments say of a program, and files that it writes. */
    PROGRAMS(ProgramReading::new),
    /** Lines that a program answers with. */
    ANSWERS(AnswerReading::new),
    /** Tables of designs and values, as comma-separated values, JSON lines or a design a line. */
    TABLES(TableReading::new),
    /** Designs and values in HDF5. */
    HDF5(Hdf5Reading::new),
    /** Designs as text. */
    DESIGNS(DesignReading::new),
    /** Numbers and other values of settings. */
    NUMBERS(NumberReading::new),
    /** JSON objects, as they stand in a database. */
    JSON(JsonReading::new),
    /** Projects in one file. */
    ARCHIVES(ArchiveReading::new),
    /** Trained networks. */
    MODELS(ModelReading::new),
    /** Trained Gaussian processes. */
    PROCESSES(ProcessReading::new),
    /** Databases of results. */
    STORES(StoreReading::new);

    private final Supplier<Reading> maker;

    Readers(Supplier<Reading> maker) {
        this.maker = maker;
    }

    /** The reader, which may have a folder of its own. */
    Reading make() {
        return maker.get();
    }
}
