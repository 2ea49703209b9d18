// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Makes the model of a workbench, which its windows and their views share. */
public final class RunModelFactory extends AbstractServiceFactory {
    @Override
    public Object create(@SuppressWarnings("rawtypes") Class type, IServiceLocator parent, IServiceLocator locator) {
        return parent.getService(RunModel.class) == null ? new RunModel() : null;
    }
}
