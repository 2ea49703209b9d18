// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.external.internal.declared.OutputsText;
import org.gidn.external.internal.declared.VariablesText;
import org.gidn.external.internal.declared.Words;
import org.gidn.external.internal.files.FilesEvaluator;
import org.gidn.external.internal.process.Command;
import org.gidn.external.internal.process.Surroundings;
import org.gidn.external.internal.program.Program;
import org.gidn.external.internal.streams.StreamsEvaluator;

/** Makes an evaluator of a program from the settings declared in {@code plugin.xml}. */
public final class Maker implements Factory<Evaluator> {
    /** The word for the exchange by standard streams. */
    public static final String STREAMS = "streams";

    @Override
    public Evaluator create(Settings settings) {
        Program program = program(settings);
        if (settings.text("exchange").equals(STREAMS)) {
            return StreamsEvaluator.of(program, settings.integer("batch"));
        }
        return new FilesEvaluator(
                program,
                Path.of(settings.text("template")),
                settings.text("results"),
                Path.of(settings.text("designs")),
                FilesEvaluator.Keep.valueOf(settings.text("keep").toUpperCase(Locale.ROOT)));
    }

    @Override
    public Evaluator sketch(Settings settings) {
        return new Sketch(
                VariablesText.space(VariablesText.parse(settings.text("variables"))),
                OutputsText.parse(settings.text("outputs")));
    }

    /**
     * The program that settings speak of.
     *
     * @throws InvalidInputException if it cannot be started, or a setting is wrong
     */
    public static Program program(Settings settings) {
        Path folder = Path.of(settings.text("folder")).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException("Setting 'folder' is " + folder
                    + ", which is no folder; name the one in which" + " the program's files are.");
        }
        return new Program(
                VariablesText.parse(settings.text("variables")),
                OutputsText.parse(settings.text("outputs")),
                Command.of(settings.text("command"), settings.flag("shell"), folder),
                Surroundings.of(settings.text("environment")),
                folder,
                files(settings.text("files"), folder),
                settings.integer("processes"),
                settings.real("timeout"),
                settings.integer("retries"));
    }

    private static List<Path> files(String names, Path folder) {
        List<Path> files = new ArrayList<>();
        for (String name : Words.of(names, "files")) {
            Path file = folder.resolve(name).normalize();
            if (!Files.exists(file)) {
                throw new InvalidInputException("Setting 'files' names " + file
                        + ", which is not there; put it there, or take it out of the setting.");
            }
            files.add(file);
        }
        return files;
    }
}
