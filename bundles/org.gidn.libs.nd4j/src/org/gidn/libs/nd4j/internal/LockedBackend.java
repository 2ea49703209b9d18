// SPDX-License-Identifier: Apache-2.0
package org.gidn.libs.nd4j.internal;

import java.io.IOException;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;

/**
 * ND4J's backend, asked before its own, which is the same but for the lock under which its library is unpacked. That happens with
 * the first array, so that who needs no array keeps 320 MB of disk and memory.
 */
public final class LockedBackend extends CpuBackend {
    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public boolean isAvailable() {
        try {
            Natives.load(Nd4jCpu.class);
        } catch (IOException e) {
            // An exception would make ND4J try its own backend.
            UnsatisfiedLinkError error = new UnsatisfiedLinkError(e.getMessage());
            error.initCause(e);
            throw error;
        }
        return super.isAvailable();
    }
}
