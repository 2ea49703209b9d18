// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IStatus;
import org.gidn.core.InvalidInputException;

/** Says in the user's words what p2 says in its own. */
final class Refusal {
    private static final Pattern LACKS =
            Pattern.compile("Missing requirement: (?:.*\\()?([\\w.-]+) \\S+?\\)? requires '([\\w.]+); ([^']+)'");
    private static final Pattern FILE =
            Pattern.compile("(?:osgi\\.bundle|org\\.eclipse\\.update\\.feature|binary),([^,]+),(\\d+(?:\\.[\\w-]+)*)");

    private Refusal() {}

    /** What was asked for does not fit together. */
    static InvalidInputException unfit(String done, String details, IStatus status) {
        Matcher lacks = LACKS.matcher(details);
        return lacks.find()
                ? refused(
                        done,
                        lacks.group(1) + " requires '" + lacks.group(2) + "; " + lacks.group(3)
                                + "', which neither this product nor the site has; ask its authors for a version that fits"
                                + " this product",
                        status)
                : refused(done, details, status);
    }

    /** Something failed on the way. */
    static InvalidInputException failed(String done, Collection<URI> sites, IStatus status) {
        Set<String> causes = new LinkedHashSet<>();
        addCauses(status, causes);
        String all = String.join("; ", causes);
        Matcher file = FILE.matcher(all);
        String what = file.find() ? "the file of " + file.group(1) + " " + file.group(2) : "a file";
        String where = sites.isEmpty()
                ? ""
                : " at " + sites.stream().map(URI::toString).collect(Collectors.joining(", "));
        if (all.matches("(?is).*(hash is not|checksum|digest).*")) {
            return refused(
                    done,
                    what + where + " is not the one that the site's checksums were made of: it was changed or damaged;"
                            + " nothing was changed here. Ask the site's authors",
                    status);
        }
        if (all.matches("(?is).*(artifact not found|no repository found|can't download|cannot download).*")) {
            return refused(
                    done,
                    what + where
                            + " is missing or damaged, or cannot be fetched; nothing was changed here. Try again later, or ask"
                            + " the site's authors",
                    status);
        }
        return refused(done, all + where, status);
    }

    /**
     * Another process changes the installation.
     *
     * @param cause what p2 says of it; null if it says nothing
     */
    static InvalidInputException busy(IllegalStateException cause) {
        return new InvalidInputException(
                "Another program, such as the window, is changing this installation or asks whether to do so; nothing was"
                        + " changed here. Try again when it is done.",
                cause);
    }

    /** The user has to take a risk first. */
    static InvalidInputException unverified(String done, String reason) {
        return refused(
                done,
                reason + "; take it from a folder or a site that you trust, or take the risk with --allow-unverified",
                null);
    }

    private static InvalidInputException refused(String done, String reason, IStatus status) {
        String sentence = reason.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.+$", "");
        return new InvalidInputException(
                "This cannot be " + done + ": " + sentence + ".", status == null ? null : status.getException());
    }

    /** The innermost messages; p2 puts among them which of its phases it was in. */
    private static void addCauses(IStatus status, Set<String> causes) {
        for (IStatus child : status.getChildren()) {
            addCauses(child, causes);
        }
        if (status.getChildren().length == 0 && !status.getMessage().startsWith("session context was")) {
            causes.add(status.getMessage());
        }
    }
}
