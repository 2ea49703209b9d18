// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.function.Supplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/**
 * What screen readers say of a control that draws itself: its name, its role, and the value that the keys lead to.
 *
 * @since 1.0
 */
public final class Spoken {
    private static final String KEY = Spoken.class.getName();

    private final Accessible accessible;
    private final Supplier<String> name;
    private final Supplier<String> value;

    private Spoken(Accessible accessible, Supplier<String> name, Supplier<String> value) {
        this.accessible = accessible;
        this.name = name;
        this.value = value;
    }

    /**
     * Lets a control say what it is.
     *
     * @param role a role of {@link ACC}
     * @param name what it shows
     * @param value where in it the user is; {@code ""} for nowhere
     */
    public static Spoken of(Control control, int role, Supplier<String> name, Supplier<String> value) {
        Spoken spoken = new Spoken(control.getAccessible(), name, value);
        spoken.accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name.get();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = value.get();
            }
        });
        spoken.accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = role;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE
                        | (control.isFocusControl() ? ACC.STATE_FOCUSED : ACC.STATE_NORMAL)
                        | (control.isVisible() ? ACC.STATE_NORMAL : ACC.STATE_INVISIBLE | ACC.STATE_OFFSCREEN);
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = value.get();
            }
        });
        control.setData(KEY, spoken);
        return spoken;
    }

    /** What a control says; null if it draws nothing itself. */
    public static Spoken of(Control control) {
        return (Spoken) control.getData(KEY);
    }

    /** Tells that the user is elsewhere in the control. */
    public void moved() {
        accessible.sendEvent(ACC.EVENT_VALUE_CHANGED, null);
        accessible.sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }

    /** What the control shows. */
    public String name() {
        return name.get();
    }

    /** Where in it the user is; {@code ""} for nowhere. */
    public String value() {
        return value.get();
    }
}
