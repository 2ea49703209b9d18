// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.awt.GraphicsEnvironment;
import java.awt.SplashScreen;

/** The picture that Java itself shows from its first moment, as the launch script asks it to, until there is a window. */
final class Splash {
    private Splash() {}

    /** Takes the picture away, if there is one. */
    static void close() {
        SplashScreen splash = GraphicsEnvironment.isHeadless() ? null : SplashScreen.getSplashScreen();
        if (splash != null) {
            splash.close();
        }
    }
}
