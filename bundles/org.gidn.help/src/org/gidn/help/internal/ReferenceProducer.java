// SPDX-License-Identifier: Apache-2.0
package org.gidn.help.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.help.IHelpContentProducer;
import org.gidn.experiments.catalogue.Catalogue;

/** Makes the page of the help that explains what is installed; the other pages are files. */
public final class ReferenceProducer implements IHelpContentProducer {
    private static final String PAGE = "html/reference.html";

    @Override
    public InputStream getInputStream(String plugin, String href, Locale locale) {
        return href.startsWith(PAGE)
                ? new ByteArrayInputStream(
                        new ReferencePage(Catalogue.installed()).html().getBytes(StandardCharsets.UTF_8))
                : null;
    }
}
