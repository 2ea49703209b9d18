// SPDX-License-Identifier: Apache-2.0
package org.gidn.libs.nd4j.internal;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Makes OpenBLAS and ND4J usable for every bundle, before the first of their classes is handed out. ND4J finds its backend
 * through a class loader, which has to be this bundle's own and not its consumer's.
 */
public final class Activator implements BundleActivator {
    /** Held here, since a logger that nobody holds forgets its level. */
    private final List<Logger> talkative =
            List.of(Logger.getLogger("org.nd4j"), Logger.getLogger("org.deeplearning4j"));

    @Override
    public void start(BundleContext context) throws IOException {
        talkative.forEach(logger -> logger.setLevel(Level.WARNING));
        Natives.keepIn(context.getDataFile("natives").toPath());
        Natives.load(openblas_nolapack.class);
        ND4JClassLoading.setNd4jClassloader(Nd4j.class.getClassLoader());
    }

    @Override
    public void stop(BundleContext context) {
        // The natives stay loaded as long as the process lives.
    }
}
