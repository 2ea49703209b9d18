// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Settings;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.guest.Made;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.internal.Messages;

/**
 * All that is installed, by extension point. Immutable; thread-safe.
 *
 * @since 1.0
 */
public final class Catalogue {
    private final Map<String, Map<String, Extension>> byPoint = new TreeMap<>();
    private final List<Declaration> studies = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final UnaryOperator<String> advice;
    private ReadStudies readStudies;

    private Catalogue(Collection<Declaration> declarations, UnaryOperator<String> advice) {
        this.advice = advice;
        for (Declaration declaration : declarations) {
            try {
                add(declaration);
            } catch (InvalidInputException e) {
                problems.add(problem(declaration, e));
            }
        }
        examples.sort(Comparator.comparing(Example::id));
    }

    /** What the running product has installed. */
    public static Catalogue installed() {
        return installed(id -> "");
    }

    /**
     * What the running product has installed.
     *
     * @param advice a sentence on where an extension is to be had that is not installed, by its identifier; {@code ""} if
     *     nothing is known
     */
    public static Catalogue installed(UnaryOperator<String> advice) {
        return new Catalogue(RegistryDeclarations.all(), advice);
    }

    /** What the given declarations contribute. */
    public static Catalogue of(Collection<Declaration> declarations) {
        return new Catalogue(declarations, id -> "");
    }

    private void add(Declaration declaration) {
        if (declaration.point().equals(Example.POINT)) {
            examples.add(new Example(declaration));
            return;
        }
        if (declaration.point().equals(Study.POINT)) {
            studies.add(declaration);
            return;
        }
        String id = required(declaration, "id");
        List<Parameter> parameters = declaration.children("parameter").stream()
                .map(ParameterDeclaration::read)
                .toList();
        Extension extension = new Extension(
                declaration, id, required(declaration, "name"), required(declaration, "description"), parameters);
        Extension other = byPoint.computeIfAbsent(declaration.point(), point -> new TreeMap<>())
                .putIfAbsent(id, extension);
        if (other != null) {
            throw new InvalidInputException(
                    NLS.bind(Messages.extensionTwice, new Object[] {extension.kind(), id, other.bundle()}));
        }
    }

    private static String problem(Declaration declaration, InvalidInputException e) {
        return NLS.bind(Messages.bundleProblem, declaration.bundle(), e.getMessage());
    }

    private static String required(Declaration declaration, String attribute) {
        String value = declaration.attribute(attribute);
        if (value == null || value.isBlank()) {
            throw new InvalidInputException(NLS.bind(Messages.extensionLacks, declaration.point(), attribute));
        }
        return value;
    }

    /** What is contributed to a point, by identifier in alphabetical order; empty if nothing is. */
    public List<Extension> extensions(String point) {
        return List.copyOf(byPoint.getOrDefault(point, Map.of()).values());
    }

    /**
     * The extension of that identifier.
     *
     * @throws InvalidInputException if there is none; names the nearest, and where it is to be had
     */
    public Extension extension(String point, String id) {
        Map<String, Extension> known = byPoint.getOrDefault(point, Map.of());
        Extension extension = known.get(id);
        if (extension == null) {
            String kind = known.isEmpty()
                    ? Points.shortName(point)
                    : known.values().iterator().next().kind();
            String where = advice.apply(id);
            throw new InvalidInputException(
                    where.isEmpty()
                            ? NearestName.unknown(kind, id, known.keySet())
                            : NLS.bind(Messages.extensionNotInstalled, new Object[] {kind, id, where}));
        }
        return extension;
    }

    /** The experiments that are ready to run, by identifier in alphabetical order. */
    public List<Example> examples() {
        return List.copyOf(examples);
    }

    /** The figures and tables of publications that can be made again, in the order of declaration. */
    public List<Study> studies() {
        return readStudies().studies();
    }

    /** A sentence for each declaration that cannot be used, naming the bundle. */
    public List<String> problems() {
        return Stream.concat(problems.stream(), readStudies().problems().stream())
                .toList();
    }

    /** Reads the studies when they are first asked for; who opens an experiment or the window needs none. */
    private synchronized ReadStudies readStudies() {
        if (readStudies == null) {
            List<Study> read = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            for (Declaration declaration : studies) {
                try {
                    read.add(StudyReader.read(declaration));
                } catch (InvalidInputException e) {
                    wrong.add(problem(declaration, e));
                }
            }
            readStudies = new ReadStudies(List.copyOf(read), wrong);
        }
        return readStudies;
    }

    private record ReadStudies(List<Study> studies, List<String> problems) {}

    /**
     * Makes an instance, with those of the extensions that its settings name. It is {@linkplain Guest#guard guarded}, and closing it
     * closes them too.
     *
     * @param type the interface of the extension point
     * @throws InvalidInputException if the settings do not go together
     * @throws PluginException if the contributing bundle is at fault; names it
     */
    public <T> T create(Configuration configuration, Class<T> type) {
        return create(configuration, type, Path.of(""));
    }

    /**
     * {@link #create(Configuration, Class)} for an experiment.
     *
     * @param folder from where settings that name files and folders are seen, that of the experiment
     */
    public <T> T create(Configuration configuration, Class<T> type, Path folder) {
        return create(configuration, type, folder, (instance, of) -> {});
    }

    /**
     * {@link #create(Configuration, Class, Path)} that tells what it makes.
     *
     * @param told gets every instance as it is without its guard, and the configuration that it was made from
     */
    public <T> T create(
            Configuration configuration, Class<T> type, Path folder, BiConsumer<Object, Configuration> told) {
        return made(configuration, type, folder, false, told);
    }

    /** {@link #create(Configuration, Class)} of an instance that is only looked at, see {@link Factory#sketch}. */
    public <T> T sketch(Configuration configuration, Class<T> type) {
        return made(configuration, type, Path.of(""), true, (instance, of) -> {});
    }

    private <T> T made(
            Configuration configuration,
            Class<T> type,
            Path folder,
            boolean sketch,
            BiConsumer<Object, Configuration> told) {
        Extension extension = configuration.extension();
        Guest guest = extension.guest();
        Made parts = new Made();
        try {
            Map<String, Object> given = new LinkedHashMap<>();
            configuration
                    .resolved(folder)
                    .forEach((name, value) -> given.put(
                            name,
                            value instanceof Configuration nested
                                    ? parts.add(made(nested, AutoCloseable.class, folder, sketch, told))
                                    : value));
            Settings settings = Settings.of(extension.parameters(), given);
            Factory<?> factory = factory(extension);
            return guest.make(
                    () -> {
                        Object instance = sketch ? factory.sketch(settings) : factory.create(settings);
                        told.accept(instance, configuration);
                        return instance;
                    },
                    parts,
                    type);
        } catch (RuntimeException | Error e) {
            parts.close();
            throw e;
        }
    }

    private static Factory<?> factory(Extension extension) {
        Object made = extension.declaration().instantiate();
        if (made instanceof Factory<?> factory) {
            return factory;
        }
        String type = made.getClass().getName();
        throw extension.guest().fault(Messages.extensionFault, NLS.bind(Messages.faultNoFactory, type));
    }
}
