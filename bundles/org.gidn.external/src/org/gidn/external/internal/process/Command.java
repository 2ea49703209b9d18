// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.external.internal.declared.Words;

/**
 * What is started, with its arguments.
 *
 * @param words the program's file and its arguments
 * @param files the words that name files of the experiment, or programs by their files
 */
public record Command(List<String> words, List<Path> files) {
    private static final boolean WINDOWS = File.pathSeparatorChar == ';';

    public Command {
        words = List.copyOf(words);
        files = List.copyOf(files);
    }

    /**
     * The command of a text.
     *
     * @param shell whether a shell is to read it; otherwise it is {@linkplain Words split into words}, and they mean nothing else
     * @param folder where files are looked for, that of the experiment
     * @throws InvalidInputException if there is no such program, or it cannot be started; says what to do
     */
    public static Command of(String text, boolean shell, Path folder) {
        if (text.isBlank()) {
            throw new InvalidInputException(
                    "Setting 'command' is empty; say what is to be started, e.g. 'python3 solve.py'.");
        }
        if (shell) {
            List<String> words = WINDOWS ? List.of("cmd", "/c", text) : List.of("/bin/sh", "-c", text);
            return new Command(words, files(Arrays.asList(text.strip().split("[\\s;|&<>()'\"]+")), folder));
        }
        return of(Words.of(text, "command"), folder);
    }

    /** The same of words. */
    public static Command of(List<String> given, Path folder) {
        List<String> words = new ArrayList<>(given);
        Path program = program(words.get(0), folder);
        List<Path> files = new ArrayList<>(files(words.subList(1, words.size()), folder));
        if (words.get(0).contains("/") || words.get(0).contains(File.separator) || program.startsWith(folder)) {
            files.add(0, program);
        }
        words.set(0, program.toString());
        return new Command(words, files);
    }

    private static List<Path> files(List<String> words, Path folder) {
        return words.stream()
                .flatMap(word -> file(word, folder).stream())
                .distinct()
                .toList();
    }

    /** The file of the experiment that a word names. */
    private static Optional<Path> file(String word, Path folder) {
        try {
            return Optional.of(folder.resolve(word).normalize()).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The same for a program that is started in another folder: words that name files of the experiment are made whole, but for those
     * that are in that folder too.
     *
     * @param folder that of the experiment
     * @param copied the folder that the other one is a copy of, or the only file that is copied into it
     */
    public Command startedElsewhere(Path folder, Path copied) {
        List<String> whole = new ArrayList<>(List.of(words.get(0)));
        for (String word : words.subList(1, words.size())) {
            Optional<Path> file = file(word, folder)
                    .filter(found -> !found.equals(copied.normalize())
                            && file(word, copied).isEmpty());
            whole.add(file.map(Path::toString).orElse(word));
        }
        return new Command(whole, files);
    }

    private static Path program(String name, Path folder) {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("There can be no program '" + name + "'; name its file by 'command'.", e);
        }
        boolean placed = file.isAbsolute() || file.getNameCount() > 1;
        Stream<Path> places = placed
                ? Stream.of(folder.resolve(file).normalize())
                : Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .filter(entry -> !entry.isEmpty())
                                .map(entry -> Path.of(entry, name)),
                        Stream.of(folder.resolve(file)));
        List<Path> found =
                places.flatMap(Command::named).filter(Files::isRegularFile).toList();
        Path program =
                found.stream().filter(Files::isExecutable).findFirst().orElseThrow(() -> refused(name, found, folder));
        if (!WINDOWS) {
            Interpreter.check(program);
        }
        return program.toAbsolutePath();
    }

    private static Stream<Path> named(Path file) {
        return WINDOWS
                ? Stream.of("", ".exe", ".bat", ".cmd").map(ending -> file.resolveSibling(file.getFileName() + ending))
                : Stream.of(file);
    }

    private static InvalidInputException refused(String name, List<Path> found, Path folder) {
        if (found.isEmpty() && Files.isDirectory(folder.resolve(name))) {
            return new InvalidInputException("'" + name + "' is a folder and no program; name the program's file by the"
                    + " setting 'command'.");
        }
        if (found.isEmpty()) {
            return new InvalidInputException("There is no program '" + name + "', neither on the path nor in " + folder
                    + "; install it, or name its file by the setting 'command'.");
        }
        return new InvalidInputException("The program " + found.get(0)
                + " is not executable; make it so (chmod +x), or put what runs it before it, e.g. 'python3 "
                + found.get(0).getFileName() + "'.");
    }
}
