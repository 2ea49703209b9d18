// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.internal.Messages;

/** An error in what a bundle contributes. The message is a sentence that names the bundle. */
final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PluginException(Extension extension, Throwable cause) {
        super(sentence(extension, cause), cause);
    }

    /** A fault that a sentence tells already. */
    PluginException(String sentence) {
        super(sentence);
    }

    /**
     * An error whose origin is looked for in its stack trace: the extension whose bundle it came from.
     *
     * @param experiment its extensions may be at fault
     * @param caller at fault if none of them is found
     */
    static PluginException of(Experiment experiment, Extension caller, Throwable thrown) {
        Throwable cause = thrown instanceof UndeclaredThrowableException ? thrown.getCause() : thrown;
        List<Extension> extensions = new ArrayList<>();
        addAll(experiment.evaluator(), extensions);
        addAll(experiment.optimiser(), extensions);
        addAll(experiment.executor(), extensions);
        List<String> trace = Arrays.stream(cause.getStackTrace())
                .map(StackTraceElement::getClassName)
                .toList();
        Optional<Extension> origin = trace.stream()
                .flatMap(name -> extensions.stream().filter(extension -> isOf(extension, name)))
                .findFirst();
        return new PluginException(
                origin.map(found -> nearest(found.bundle(), extensions, trace).orElse(found))
                        .orElse(caller),
                cause);
    }

    /** Of a bundle's extensions, the one whose own class was called last. */
    private static Optional<Extension> nearest(String bundle, List<Extension> extensions, List<String> trace) {
        return trace.stream()
                .flatMap(name -> extensions.stream()
                        .filter(extension -> extension.bundle().equals(bundle) && makes(extension, name)))
                .findFirst();
    }

    private static void addAll(Configuration configuration, List<Extension> extensions) {
        extensions.add(configuration.extension());
        configuration.values().values().forEach(value -> {
            if (value instanceof Configuration nested) {
                addAll(nested, extensions);
            }
        });
    }

    /**
     * Whether a class belongs to the bundle of an extension; packages begin with the bundle's name, as a rule. The bundle that
     * declares the extension point is everybody's API, which guests may call wrongly.
     */
    private static boolean isOf(Extension extension, String name) {
        String packages = extension.bundle() + ".";
        return makes(extension, name)
                || name.startsWith(packages) && !extension.point().startsWith(packages);
    }

    /** Whether a class is the one that makes an extension, or the one around it. */
    private static boolean makes(Extension extension, String name) {
        String factory = extension.declaration().attribute("class");
        return factory != null && name.split("\\$")[0].equals(factory.split("\\$")[0]);
    }

    /**
     * A fault that no exception tells.
     *
     * @param message a sentence as {@link #sentence} takes it
     */
    PluginException(Extension extension, String message, Object... further) {
        super(sentence(extension, message, further));
    }

    private static String sentence(Extension extension, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0
                ? sentence(extension, Messages.guestFailed, cause)
                : sentence(extension, Messages.guestFailedIn, cause, trace[0]);
    }

    /**
     * The sentence that names an extension and what it did.
     *
     * @param message with places for the extension's kind, identifier and bundle, and for what is given further
     */
    static String sentence(Extension extension, String message, Object... further) {
        Stream<Object> named = Stream.of(extension.kind(), extension.id(), extension.bundle());
        return NLS.bind(message, Stream.concat(named, Stream.of(further)).toArray());
    }
}
