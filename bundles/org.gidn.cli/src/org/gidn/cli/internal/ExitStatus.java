// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the exit status of the process tells the caller; the guide's table has the same rows. */
enum ExitStatus {
    DONE(0, "done"),
    FAILED(1, "failed; what was evaluated is kept"),
    WRONG_INPUT(2, "wrong input; nothing was changed"),
    /** As the next one and the last, the Java machine's own status after that signal. */
    HUNG_UP(129, "stopped by SIGHUP; what was evaluated is kept"),
    CANCELLED(130, "stopped by Ctrl-C; what was evaluated is kept"),
    /** As programs have it that the signal for a broken pipe ends. */
    READER_GONE(141, "the reader of the output has gone, such as 'head'"),
    TERMINATED(143, "stopped by SIGTERM; what was evaluated is kept");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** The meaning of each status, for the help. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitStatus status : values()) {
            meanings.put(Integer.toString(status.code), status.meaning);
        }
        return meanings;
    }
}
