// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.Arrays;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.internal.process.GuestOutput;
import org.gidn.plugins.Installation;

/** The command line as an Eclipse application; its result is the exit status of the process. */
public final class CliApplication implements IApplication {
    /** Set by the start script, which puts a colon before each argument so that Eclipse does not take any for its own. */
    private static final String COLONS = "gidn.colons";

    @Override
    public Object start(IApplicationContext context) {
        // The launcher's splash screen, if there is one, has no business on a command line.
        context.applicationRunning();
        LogFile.install();
        GuestOutput.install();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (Boolean.getBoolean(COLONS)) {
            arguments = Arrays.stream(arguments).map(each -> each.substring(1)).toArray(String[]::new);
        }
        Output err = Output.error();
        try (Interrupt interrupt = Interrupt.install(err)) {
            Session session = Session.ofProcess(Catalogue.installed(CliApplication::whereToGet), err, interrupt);
            try (ExitGuard guard = ExitGuard.install(session)) {
                int status = new CommandLineTool(session).execute(arguments);
                interrupt.told();
                return status;
            }
        }
    }

    /** How to install an extension that an experiment names. */
    private static String whereToGet(String extension) {
        return Installation.advice(
                extension,
                plugin -> "The feature '" + plugin.name() + "' provides it; to install it: gidn plugins install --site "
                        + plugin.site() + " " + plugin.id());
    }

    @Override
    public void stop() {
        // A process that is asked to end is dealt with by Interrupt.
    }
}
