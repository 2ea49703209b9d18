package org.gidn.workbench.internal.commands;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.gidn.workbench.internal.Messages;
import org.osgi.framework.Bundle;

/** Opens the user's guide in the user's browser. */
public final class GuideHandler extends AbstractHandler {
    private static final String BUNDLE = "org.gidn.help";
    private static final String FOLDER = "html";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Bundle bundle = Platform.getBundle(BUNDLE);
        URL folder = bundle == null ? null : bundle.getEntry(FOLDER);
        if (folder == null) {
            Commands.refuse(Messages.guideMissing);
            return null;
        }
        try {
            URL pages = FileLocator.toFileURL(folder);
            PlatformUI.getWorkbench()
                    .getBrowserSupport()
                    .getExternalBrowser()
                    .openURL(URIUtil.toURI(pages).resolve("index.html").toURL());
        } catch (IOException | URISyntaxException | PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
