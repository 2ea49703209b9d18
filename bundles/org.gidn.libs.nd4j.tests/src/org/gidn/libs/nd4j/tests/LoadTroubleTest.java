// SPDX-License-Identifier: Apache-2.0
package org.gidn.libs.nd4j.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.libs.nd4j.internal.LoadTrouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the loader of Linux says, and what is told of it. */
class LoadTroubleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/c/libjnind4jcpu.so: libgomp.so.1: cannot open shared object file: No such file or directory|the system lacks the library libgomp.so.1, which the native libraries need; install it, in Debian and Ubuntu the package libgomp1",
                "/c/libopenblas.so.0: libgfortran.so.5: cannot open shared object file: No such file or directory|the system lacks the library libgfortran.so.5, which the native libraries need; install it",
                "/lib/libc.so.6: version `GLIBC_2.38' not found (required by /c/libnd4jcpu.so)|the system's C or C++ library is older than the native libraries need, which ask for GLIBC_2.38; use a newer system",
                "/c/libjnijavacpp.so: failed to map segment from shared object|the system runs no programs from folder /c,",
                "/c: No space left on device|there is no room in folder /c,",
                "no jnijavacpp in java.library.path|the native libraries cannot be kept in or loaded from folder /c (no jnijavacpp in java.library.path); there must be",
            })
    void theCauseIsToldAsItIs(String said, String expected) {
        String direct = LoadTrouble.of(Path.of("/c"), new UnsatisfiedLinkError(said));
        assertTrue(direct.startsWith(expected), direct);
        UnsatisfiedLinkError around = new UnsatisfiedLinkError(said);
        around.initCause(new IOException("something else"));
        assertTrue(LoadTrouble.of(Path.of("/c"), around).startsWith(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, there is no room",
        "'libgomp.so.1: cannot open shared object file: No such file', the system lacks"
    })
    void theCauseBehindTheLoadersErrorIsSeen(String said, String expected) {
        UnsatisfiedLinkError around = new UnsatisfiedLinkError("no jnind4jcpu in java.library.path");
        around.initCause(new IOException(said));
        String told = LoadTrouble.of(Path.of("/c"), around);
        assertTrue(told.startsWith(expected), told);
    }
}
