// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.StoreException;
import org.osgi.framework.BundleException;

/**
 * Whose code is called, to be named where that goes wrong.
 *
 * @param kind what it is, in the singular and lower case, e.g. {@code evaluator}
 * @param id its identifier
 * @param bundle symbolic name of the contributing bundle
 * @since 1.0
 */
public record Guest(String kind, String id, String bundle) {
    /** So many causes of causes are looked at; they may go in a circle. */
    private static final int DEPTH = 16;

    /**
     * An instance whose calls are watched: whatever it throws against its contract, and every answer that the contract excludes,
     * is thrown as a {@link PluginException} that names this guest. What is returned has all public interfaces of the instance;
     * its {@code close} works once, takes no more than some seconds, throws nothing, and closes the parts afterwards.
     *
     * @param parts what was made for the instance
     * @param type an interface of the instance
     */
    public <T> T guard(Object instance, Made parts, Class<T> type) {
        return type.cast(Guard.around(this, instance, parts, type));
    }

    /**
     * Makes an instance and {@linkplain #guard guards} it.
     *
     * @param maker makes it
     * @throws PluginException if it fails, or makes something else
     */
    public <T> T make(Callable<?> maker, Made parts, Class<T> type) {
        Object instance;
        try {
            instance = maker.call();
        } catch (Throwable e) {
            throw told(e);
        }
        if (!type.isInstance(instance)) {
            throw fault(Messages.extensionFault, NLS.bind(Messages.faultMakesNo, type.getSimpleName()));
        }
        return guard(instance, parts, type);
    }

    /**
     * An answer, if it is a list without nulls.
     *
     * @param question the method that gave it
     * @throws PluginException if it is not
     */
    public <T> List<T> complete(String question, List<T> answer) {
        if (answer == null) {
            throw wrong(question, Messages.answerNull);
        }
        if (answer.stream().anyMatch(Objects::isNull)) {
            throw wrong(question, Messages.answerNullIn);
        }
        return answer;
    }

    /**
     * Looks for a file that was to be written.
     *
     * @param question the method that was to write it
     * @throws PluginException if it is not there
     */
    public void requireFile(String question, Path file) {
        if (!Files.exists(file)) {
            throw wrong(question, NLS.bind(Messages.answerFile, file));
        }
    }

    /** A fault that no exception tells: an answer that the contract excludes. */
    public PluginException wrong(String question, String answer) {
        return fault(Messages.guestAnswered, question, answer);
    }

    /** A fault that a message tells, see {@link #sentence}. */
    public PluginException fault(String message, Object... further) {
        return new PluginException(sentence(message, further), null);
    }

    /**
     * What this guest has thrown, as it is thrown on: what the API has words for, another guest's fault and the store's as they
     * are, even if this guest has wrapped them; all else as this guest's own fault.
     */
    public RuntimeException told(Throwable thrown) {
        if (thrown instanceof InvalidInputException input) {
            return input;
        }
        Throwable cause = thrown;
        for (int depth = 0; depth < DEPTH && cause != null; depth++) {
            if (cause instanceof PluginException
                    || cause instanceof StoreException
                    || cause instanceof BudgetSpentException
                    || cause instanceof CancellationException) {
                return (RuntimeException) cause;
            }
            cause = cause.getCause();
        }
        return fault(thrown);
    }

    /** An error of this guest's own. */
    public PluginException fault(Throwable thrown) {
        return new PluginException(thrown instanceof OutOfMemoryError ? outOfMemory(thrown) : failure(thrown), thrown);
    }

    private String outOfMemory(Throwable thrown) {
        return sentence(Messages.guestOutOfMemory, Runtime.getRuntime().maxMemory() >> 20, thrown.getMessage());
    }

    private String failure(Throwable thrown) {
        if (thrown instanceof UnsatisfiedLinkError) {
            return sentence(Messages.guestNotStarted, thrown.getMessage());
        }
        if (thrown instanceof LinkageError) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof BundleException start && start.getCause() != null) {
                    return sentence(Messages.guestNotStarted, start.getCause().getMessage());
                }
            }
        }
        boolean shell = thrown instanceof UndeclaredThrowableException || thrown instanceof CoreException;
        Throwable error = shell && thrown.getCause() != null ? thrown.getCause() : thrown;
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length == 0
                ? sentence(Messages.guestFailed, text(error))
                : sentence(Messages.guestFailedIn, text(error), trace[0]);
    }

    /** An exception of a guest's as one line, though its own text fail too. */
    static String text(Throwable error) {
        try {
            return error.toString().replaceAll("\\s+", " ");
        } catch (RuntimeException e) {
            return error.getClass().getName();
        }
    }

    /**
     * The sentence that names this guest and what it did.
     *
     * @param message with places for the guest's kind, identifier and bundle, and for what is given further
     */
    public String sentence(String message, Object... further) {
        return NLS.bind(
                message,
                Stream.concat(Stream.of(kind, id, bundle), Stream.of(further)).toArray());
    }
}
