// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.problem.DesignRule;
import org.gidn.experiments.internal.Messages;

/** Stands between the house and an instance of a guest's: blame is known by who was called. */
final class Guard implements InvocationHandler {
    private static final Object[] NONE = {};

    /** How long a guest may take to give back what it holds, such as a process or a licence. */
    private static final int PATIENCE_SECONDS = 10;

    private final Guest guest;
    private final Object instance;
    private final Made parts;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Held by the thread that calls an instance which no two may call at a time; null for all others. */
    private final Lock oneAtATime;

    private Guard(Guest guest, Object instance, Made parts) {
        this.guest = guest;
        this.instance = instance;
        this.parts = parts;
        this.oneAtATime =
                instance instanceof Evaluator evaluator && !evaluator.threadSafe() ? new ReentrantLock() : null;
    }

    /** What stands for an instance; has its public interfaces, as far as its bundle sees them. */
    static Object around(Guest guest, Object instance, Made parts, Class<?> type) {
        ClassLoader own = instance.getClass().getClassLoader();
        ClassLoader loader = sees(own, type) ? own : type.getClassLoader();
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        collect(instance.getClass(), interfaces);
        interfaces.removeIf(each -> !Modifier.isPublic(each.getModifiers()) || !sees(loader, each));
        interfaces.add(AutoCloseable.class);
        try {
            return Proxy.newProxyInstance(loader, interfaces.toArray(Class[]::new), new Guard(guest, instance, parts));
        } catch (RuntimeException | Error e) {
            throw guest.told(e);
        }
    }

    /** The guard of a guarded instance. */
    static Guard of(Object guarded) {
        return (Guard) Proxy.getInvocationHandler(guarded);
    }

    private static void collect(Class<?> type, Set<Class<?>> interfaces) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> found : each.getInterfaces()) {
                interfaces.add(found);
                collect(found, interfaces);
            }
        }
    }

    private static boolean sees(ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        Object[] arguments = given == null ? NONE : given;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (method.getName().equals("close") && arguments.length == 0) {
            letGo();
            return null;
        }
        Object answer = ask(method, arguments);
        String fault = Answers.fault(proxy, method, arguments, answer);
        if (fault != null) {
            throw guest.wrong(method.getName(), fault);
        }
        return watched(answer);
    }

    /** An answer whose own answers are the guest's too. */
    private Object watched(Object answer) {
        return switch (answer) {
            case InputGradient gradient -> guest.guard(gradient, new Made(), InputGradient.class);
            case Optional<?> found
            when found.orElse(null) instanceof DesignRule rule ->
                Optional.of(guest.guard(rule, new Made(), DesignRule.class));
            case null, default -> answer;
        };
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> of(proxy).ask(method, arguments);
        };
    }

    private Object ask(Method method, Object[] arguments) throws Throwable {
        if (oneAtATime == null) {
            return answer(method, arguments);
        }
        oneAtATime.lock();
        try {
            return answer(method, arguments);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(
                    instance,
                    arguments.length == 1 && arguments[0] instanceof DesignRule rule
                            ? new Object[] {own(rule)}
                            : arguments);
        } catch (InvocationTargetException e) {
            throw told(method, e.getCause());
        } catch (IllegalAccessException | StackOverflowError e) {
            throw guest.told(e);
        }
    }

    /** A rule that the guest has made itself, to be compared with another one of its own, is given back to it as it is. */
    private Object own(DesignRule rule) {
        return Proxy.isProxyClass(rule.getClass())
                        && Proxy.getInvocationHandler(rule) instanceof Guard guard
                        && guard.guest.equals(guest)
                ? guard.instance
                : rule;
    }

    private Throwable told(Method method, Throwable thrown) {
        if (declares(method, thrown)) {
            return thrown;
        }
        RuntimeException told = guest.told(thrown);
        if (told.getCause() != thrown) {
            return told;
        }
        // Where a library has wrapped what may happen, such as that a disk is full, it is no fault of the guest's.
        Throwable cause = thrown.getCause();
        return cause != null && declares(method, cause) ? cause : told;
    }

    private static boolean declares(Method method, Throwable thrown) {
        return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(thrown));
    }

    /** Closes the instance, and its parts afterwards; returns what went wrong, see {@link Made#letGo}. */
    List<String> letGo() {
        if (!closed.compareAndSet(false, true)) {
            return List.of();
        }
        List<String> troubles = new ArrayList<>();
        if (instance instanceof AutoCloseable closeable) {
            close(closeable).ifPresent(troubles::add);
        }
        troubles.addAll(parts.letGo());
        return troubles;
    }

    /** Closes on a thread that can be left behind: what was found is kept, and the run ends, whatever comes of it. */
    private Optional<String> close(AutoCloseable closeable) {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        closeable.close();
                        end.complete(null);
                    } catch (Throwable e) {
                        end.complete(e);
                    }
                },
                "gidn-close");
        thread.setDaemon(true);
        thread.start();
        try {
            Throwable thrown = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return thrown == null
                    ? Optional.empty()
                    : trouble(guest.sentence(Messages.guestNotClosed, Guest.text(thrown)), thrown);
        } catch (TimeoutException e) {
            return trouble(guest.sentence(Messages.guestNeverClosed, PATIENCE_SECONDS), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> trouble(String sentence, Throwable cause) {
        System.getLogger(Guard.class.getName()).log(Level.WARNING, sentence, cause);
        return Optional.of(sentence);
    }
}
