package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.List;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Extension;

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
     * An error whose origin is looked for in its stack trace: the extension whose package it came from.
     *
     * @param experiment its extensions may be at fault
     * @param caller at fault if none of them is found
     */
    static PluginException of(Experiment experiment, Extension caller, Throwable cause) {
        List<Extension> extensions = new ArrayList<>();
        addAll(experiment.evaluator(), extensions);
        addAll(experiment.optimiser(), extensions);
        for (StackTraceElement element : cause.getStackTrace()) {
            for (Extension extension : extensions) {
                if (comesFrom(element.getClassName(), extension.declaration().attribute("class"))) {
                    return new PluginException(extension, cause);
                }
            }
        }
        return new PluginException(caller, cause);
    }

    private static void addAll(Configuration configuration, List<Extension> extensions) {
        extensions.add(configuration.extension());
        configuration.values().values().forEach(value -> {
            if (value instanceof Configuration nested) {
                addAll(nested, extensions);
            }
        });
    }

    /** Whether a class is the one that makes an extension, or the one around it. */
    private static boolean comesFrom(String name, String factory) {
        return factory != null && name.split("\\$")[0].equals(factory.split("\\$")[0]);
    }

    PluginException(Extension extension, String fault) {
        super(sentence(extension, fault));
    }

    private static String sentence(Extension extension, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return start(extension) + "failed with an error of its own, " + cause
                + (trace.length == 0 ? "" : ", in " + trace[0]) + "; report it to those who made that bundle.";
    }

    /** The sentence that names an extension and what it did. */
    static String sentence(Extension extension, String fault) {
        return start(extension) + fault + ".";
    }

    private static String start(Extension extension) {
        return "The " + extension.kind() + " '" + extension.id() + "' of bundle " + extension.bundle() + " ";
    }
}
