// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.experiments.internal.ProjectLock;

/** A program that asks who holds a project's lock, again and again, until its input ends; says when it has begun. */
final class LockAsker {
    private LockAsker() {}

    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        ProjectLock.holder(project);
        System.out.println("asking");
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                ProjectLock.holder(project);
            }
        });
        while (System.in.read() >= 0) {
            // The end of the input ends the program.
        }
    }
}
