// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.process;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.internal.Messages;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Whose code it is that calls us by way of Java's own library, which does not tell. */
final class Origin {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Origin() {}

    /** The frames below those of Java's library that a condition describes, the innermost first; empty if there are none. */
    static List<StackWalker.StackFrame> callersOf(Predicate<StackWalker.StackFrame> library) {
        return WALKER.walk(frames -> {
            Stream<StackWalker.StackFrame> inner = frames.dropWhile(library.negate());
            return inner.dropWhile(library).toList();
        });
    }

    /** The bundle whose code is the innermost of some frames, or this thread if it runs no bundle's code; for a sentence. */
    static String name(List<StackWalker.StackFrame> frames) {
        for (StackWalker.StackFrame frame : frames) {
            Bundle bundle = FrameworkUtil.getBundle(frame.getDeclaringClass());
            if (bundle != null) {
                return NLS.bind(Messages.originBundle, bundle.getSymbolicName());
            }
        }
        return NLS.bind(Messages.originThread, Thread.currentThread().getName());
    }
}
