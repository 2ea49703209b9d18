// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import org.gidn.experiments.internal.Messages;

/** The first hundred bytes of an SQLite file, of which SQLite itself believes some that this program never writes. */
final class Header {
    private static final int LENGTH = 100;

    private Header() {}

    /**
     * Verifies what does not depend on the content.
     *
     * @throws DamageException if it is not as this program writes it
     */
    static void verify(Path file) throws SQLException {
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(header, 0);
        } catch (IOException e) {
            // SQLite says it better.
            return;
        }
        if (header.position() == LENGTH && !sound(header)) {
            throw new DamageException(Messages.damagedHeader);
        }
    }

    private static boolean sound(ByteBuffer header) {
        int writer = header.get(18);
        boolean sound = (writer == 1 || writer == 2) && header.get(19) == writer;
        // No reserved bytes, then three fixed numbers.
        sound &= header.getInt(20) == 0x00402020;
        // Schema format 4 and UTF-8, both 0 in a file that has no table yet; no automatic vacuum.
        sound &= zeroOr(header.getInt(44), 4) && zeroOr(header.getInt(56), 1);
        sound &= header.getInt(52) == 0 && header.getInt(64) == 0;
        for (int unused = 72; unused < 92; unused++) {
            sound &= header.get(unused) == 0;
        }
        return sound;
    }

    private static boolean zeroOr(int number, int expected) {
        return number == 0 || number == expected;
    }
}
