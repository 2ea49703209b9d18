// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;

/** Shows in the Error Log view what the parts of the program that know no workbench warn of. */
final class ErrorLog extends Handler {
    private final ILog log = Platform.getLog(ErrorLog.class);

    static void install() {
        Logger.getLogger("org.gidn").addHandler(new ErrorLog());
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            log.error(record.getMessage(), record.getThrown());
        } else if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            log.warn(record.getMessage(), record.getThrown());
        }
    }

    @Override
    public void flush() {
        // The platform writes its log by itself.
    }

    @Override
    public void close() {
        // The platform closes its log by itself.
    }
}
