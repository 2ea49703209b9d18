package org.gidn.experiments.run;

import org.gidn.experiments.catalogue.Extension;

/** An error in what a bundle contributes. The message is a sentence that names the bundle. */
final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PluginException(Extension extension, Throwable cause) {
        super(sentence(extension, cause), cause);
    }

    PluginException(Extension extension, String fault) {
        super(start(extension) + fault + ".");
    }

    private static String sentence(Extension extension, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return start(extension) + "failed with an error of its own, " + cause
                + (trace.length == 0 ? "" : ", in " + trace[0]) + "; report it to those who made that bundle.";
    }

    private static String start(Extension extension) {
        return "The " + extension.kind() + " '" + extension.id() + "' of bundle " + extension.bundle() + " ";
    }
}
