// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.StoreException;

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
     * its {@code close} works once, throws nothing, and closes the parts afterwards.
     *
     * @param parts what was made for the instance
     * @param type an interface of the instance
     */
    public <T> T guard(Object instance, Made parts, Class<T> type) {
        return type.cast(Guard.around(this, instance, parts, type));
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
        Throwable error = thrown instanceof UndeclaredThrowableException ? thrown.getCause() : thrown;
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
