// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Rows of the Properties view that are only to be read, in groups. */
final class Rows implements IPropertySource {
    private final List<IPropertyDescriptor> descriptors = new ArrayList<>();
    private final Map<Object, String> values = new LinkedHashMap<>();

    Rows add(String group, String name, Object value) {
        String id = group + "/" + name;
        PropertyDescriptor descriptor = new PropertyDescriptor(id, name);
        descriptor.setCategory(group);
        descriptors.add(descriptor);
        values.put(id, String.valueOf(value));
        return this;
    }

    Rows addAll(String group, Map<String, Object> rows) {
        rows.forEach((name, value) -> add(group, name, value));
        return this;
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Object getPropertyValue(Object id) {
        return values.get(id);
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // nothing here can be changed
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        // nothing here can be changed
    }
}
