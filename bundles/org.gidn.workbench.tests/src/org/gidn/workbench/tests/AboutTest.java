// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.workbench.internal.about.ThirdParties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What About says of parts made by others. */
class AboutTest {
    @TempDir
    private Path folder;

    @Test
    void theListOfTheInstallationIsRead() throws IOException {
        Path list = Files.writeString(folder.resolve("list.html"), """
                <!DOCTYPE html>
                <html><body><table>
                <thead><tr><th>Part</th><th>Version</th><th>Licence</th><th>Copyright</th><th>File</th></tr></thead>
                <tr><td>a:b</td><td>1.2</td><td><a href="licences/MIT.txt">MIT</a> OR <a href="x">EPL-2.0</a></td><td>c</td><td>f</td></tr>
                <tr><td>SQLite</td><td></td><td><a href="x">blessing</a></td><td>c</td><td>f</td></tr>
                </table></body></html>
                """);
        assertEquals(
                List.of(
                        new ThirdParties.Part("a:b", "1.2", "MIT OR EPL-2.0"),
                        new ThirdParties.Part("SQLite", "", "blessing")),
                ThirdParties.read(list));
    }

    @Test
    void aListThatIsNoPageIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("list.html"), "<html><p></html>");
        assertThrows(IOException.class, () -> ThirdParties.read(list));
    }
}
