// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.guest;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gidn.core.predictor.InputGradient;
import org.gidn.experiments.internal.Messages;

/** Stands between the house and an instance of a guest's: blame is known by who was called. */
final class Guard implements InvocationHandler {
    private static final Object[] NONE = {};

    private final Guest guest;
    private final Object instance;
    private final Made parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Guard(Guest guest, Object instance, Made parts) {
        this.guest = guest;
        this.instance = instance;
        this.parts = parts;
    }

    /** What stands for an instance; has its public interfaces, as far as its bundle sees them. */
    static Object around(Guest guest, Object instance, Made parts, Class<?> type) {
        ClassLoader own = instance.getClass().getClassLoader();
        ClassLoader loader = sees(own, type) ? own : type.getClassLoader();
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        collect(instance.getClass(), interfaces);
        interfaces.removeIf(each -> !Modifier.isPublic(each.getModifiers()) || !sees(loader, each));
        interfaces.add(AutoCloseable.class);
        return Proxy.newProxyInstance(loader, interfaces.toArray(Class[]::new), new Guard(guest, instance, parts));
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
            close();
            return null;
        }
        Object answer = ask(method, arguments);
        String fault = Answers.fault(proxy, method, arguments, answer);
        if (fault != null) {
            throw guest.wrong(method.getName(), fault);
        }
        return answer instanceof InputGradient gradient
                ? guest.guard(gradient, new Made(), InputGradient.class)
                : answer;
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> ((Guard) Proxy.getInvocationHandler(proxy)).ask(method, arguments);
        };
    }

    private Object ask(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            boolean declared = Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(thrown));
            throw declared ? thrown : guest.told(thrown);
        } catch (IllegalAccessException | StackOverflowError e) {
            throw guest.told(e);
        }
    }

    private void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (instance instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Throwable e) {
                // What was found is kept all the same.
                System.getLogger(Guard.class.getName())
                        .log(Level.WARNING, guest.sentence(Messages.guestNotClosed, Guest.text(e)), e);
            }
        }
        parts.close();
    }
}
