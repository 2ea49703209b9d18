// SPDX-License-Identifier: Apache-2.0
package org.gidn.libs.nd4j.internal;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why native libraries could not be loaded, as the system's loader words it and as a user has to be told. */
public final class LoadTrouble {
    private static final Pattern MISSING =
            Pattern.compile("([\\w.+-]+\\.(?:so|dylib|dll)[.\\d]*): cannot open shared object file: No such file");
    private static final Pattern OLDER = Pattern.compile("version [`'](\\w+_[\\d.]+)' not found");

    private LoadTrouble() {}

    /**
     * What is wrong and what to do, without a full stop.
     *
     * @param folder where the libraries are unpacked
     * @param trouble what the loader has thrown; its causes are looked at too
     */
    public static String of(Path folder, Throwable trouble) {
        StringBuilder said = new StringBuilder();
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            said.append(each.getMessage()).append(' ');
        }
        String all = said.toString();
        Matcher missing = MISSING.matcher(all);
        if (missing.find()) {
            return "the system lacks the library " + missing.group(1) + ", which the native libraries need; install it"
                    + (missing.group(1).startsWith("libgomp") ? ", in Debian and Ubuntu the package libgomp1" : "");
        }
        Matcher older = OLDER.matcher(all);
        if (older.find()) {
            return "the system's C or C++ library is older than the native libraries need, which ask for "
                    + older.group(1) + "; use a newer system";
        }
        if (all.contains("failed to map segment") || all.contains("Operation not permitted")) {
            return "the system runs no programs from folder " + folder
                    + ", where the native libraries are unpacked; put the program's configuration where that is allowed";
        }
        if (all.contains("No space left") || all.contains("quota exceeded")) {
            return "there is no room in folder " + folder
                    + ", where the native libraries are unpacked; free 400 MB there";
        }
        return "the native libraries cannot be kept in or loaded from folder " + folder + " (" + trouble.getMessage()
                + "); there must be 400 MB of room, and files there must be allowed to be large and to be run";
    }
}
