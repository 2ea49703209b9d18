// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;

/**
 * An evaluator made around another, such as one that adds noise. It answers as the inner one does where it isn't overridden, and
 * {@link #whole()} has all capabilities of both. A subclass that changes values overrides what else tells of them: gradients,
 * swaps, enumerations and known parts, by implementing their interfaces.
 *
 * @since 1.0
 */
public abstract class EvaluatorAround implements Evaluator {
    private static final Method EQUALS = equalsMethod();

    private final Evaluator inner;

    /**
     * @param inner closed by whoever made it
     */
    protected EvaluatorAround(Evaluator inner) {
        this.inner = inner;
    }

    /** The one that this is made around. */
    protected final Evaluator inner() {
        return inner;
    }

    @Override
    public DesignSpace space() {
        return inner.space();
    }

    @Override
    public List<Output> outputs() {
        return inner.outputs();
    }

    @Override
    public int batchSize() {
        return inner.batchSize();
    }

    @Override
    public List<Path> files() {
        return inner.files();
    }

    @Override
    public boolean threadSafe() {
        return inner.threadSafe();
    }

    @Override
    public boolean computes() {
        return inner.computes();
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return inner.evaluate(designs, cancellation);
    }

    /**
     * This evaluator with all that the inner one can do besides: it implements the public interfaces of both. What this one
     * implements, it answers, all else the inner one.
     */
    public final Evaluator whole() {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        collect(getClass(), interfaces);
        collect(inner.getClass(), interfaces);
        ClassLoader own = getClass().getClassLoader();
        interfaces.removeIf(each -> !Modifier.isPublic(each.getModifiers()) || !seen(own, each));
        return (Evaluator) Proxy.newProxyInstance(own, interfaces.toArray(Class[]::new), (proxy, method, arguments) -> {
            if (method.equals(EQUALS)) {
                return proxy == arguments[0];
            }
            Object answering = method.getDeclaringClass().isInstance(this) ? this : inner;
            try {
                return method.invoke(answering, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static Method equalsMethod() {
        try {
            return Object.class.getMethod("equals", Object.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Class<?> type, Set<Class<?>> interfaces) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> found : each.getInterfaces()) {
                interfaces.add(found);
                collect(found, interfaces);
            }
        }
    }

    private static boolean seen(ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
