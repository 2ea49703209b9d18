// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.nio.file.Path;

/** What the product has written: a project with a run, {@code crate.zip} and the folder {@code exports} in it. */
final class Written {
    /** The system property that names the project's folder. */
    static final String PROPERTY = "gidn.fuzz.project";

    private Written() {}

    static Path project() {
        return Path.of(System.getProperty(PROPERTY));
    }
}
