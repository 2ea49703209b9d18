// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What builds plug-ins: Maven, with a Java of its own choice. */
public final class BuildTools {
    private static final int MAVEN_MAJOR = 3;
    private static final int MAVEN_MINOR = 9;
    private static final int JAVA = 21;
    private static final int PATIENCE_SECONDS = 20;

    private static final Pattern MAVEN_VERSION = Pattern.compile("Apache Maven ((\\d+)\\.(\\d+)[\\w.-]*)");
    private static final Pattern JAVA_VERSION = Pattern.compile("Java version: ((\\d+)[^,\\s]*)");

    private static final String INSTALL_JAVA =
            "to build the project, install a JDK of version " + JAVA + " or newer and name its folder in JAVA_HOME.";

    private BuildTools() {}

    /** A sentence on what is to be installed before a plug-in can be built; none if all is there, or it cannot be told. */
    static Optional<String> lacking() {
        try {
            return lacking(saidByMaven());
        } catch (IOException e) {
            return Optional.of("There is no Maven on the path (mvn); to build the project, install Maven " + MAVEN_MAJOR
                    + "." + MAVEN_MINOR + " or newer, and a JDK of version " + JAVA + " or newer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String saidByMaven() throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Process maven = new ProcessBuilder(windows ? "mvn.cmd" : "mvn", "--version")
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        if (!maven.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            maven.destroyForcibly();
            return "";
        }
        return new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The same of what {@code mvn --version} says. */
    public static Optional<String> lacking(String said) {
        Matcher maven = MAVEN_VERSION.matcher(said);
        if (maven.find()) {
            int major = Integer.parseInt(maven.group(2));
            if (major < MAVEN_MAJOR || major == MAVEN_MAJOR && Integer.parseInt(maven.group(3)) < MAVEN_MINOR) {
                return Optional.of("The Maven on the path has version " + maven.group(1)
                        + "; to build the project, install " + MAVEN_MAJOR + "." + MAVEN_MINOR + " or newer.");
            }
        }
        Matcher java = JAVA_VERSION.matcher(said);
        boolean told = java.find();
        if (told && Integer.parseInt(java.group(2)) < JAVA) {
            return Optional.of("Maven works with Java " + java.group(1) + "; " + INSTALL_JAVA);
        }
        return !told && said.contains("JAVA_HOME")
                ? Optional.of("Maven finds no Java; " + INSTALL_JAVA)
                : Optional.empty();
    }
}
