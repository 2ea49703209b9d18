// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No sentence that a person reads stands in the code of the bundles whose texts can be translated. */
class LiteralsTest {
    private static final Pattern SENTENCE = Pattern.compile("[A-Z][^\\n]* [^\\n]*[a-z\\u0001][.?!]", Pattern.DOTALL);
    /** What authors of plug-ins read in their test reports, and benchmarks. */
    private static final Pattern OTHERS = Pattern.compile(".*/(contract|bench)/.*");
    /** Lines of the log, and a note in a file that other programs read. */
    private static final Set<String> KNOWN = Set.of(
            "What was typed in the laboratory of \u0001 cannot be read.",
            "What was typed in the laboratory of \u0001 cannot be kept.",
            "Folder \u0001 cannot be deleted.",
            "The xy of a strain is the engineering shear gamma_xy = 2 epsilon_xy.");

    @ParameterizedTest
    @ValueSource(strings = {"org.gidn.workbench", "org.gidn.visualisation", "org.gidn.experiments"})
    void noSentenceStandsInTheCode(String bundle) throws Exception {
        List<URL> classes = Collections.list(Platform.getBundle(bundle).findEntries("/", "*.class", true));
        assertTrue(classes.size() > 50, classes.size() + " classes");
        Set<String> sentences = new TreeSet<>();
        for (URL file : classes) {
            if (!OTHERS.matcher(file.getPath()).matches()) {
                strings(file).stream()
                        .filter(text -> SENTENCE.matcher(text).matches())
                        .forEach(sentences::add);
            }
        }
        sentences.removeAll(KNOWN);
        assertEquals(Set.of(), sentences);
    }

    /** The strings in the constants of a class, those with places for values included. */
    private static List<String> strings(URL file) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(file.openStream())) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                switch (in.readUnsignedByte()) {
                    case 1 -> texts.put(i, in.readUTF());
                    case 8 -> strings.add(in.readUnsignedShort());
                    case 7, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        // Numbers of eight bytes take two places.
                        i++;
                    }
                    default -> in.skipNBytes(4);
                }
            }
        }
        return strings.stream().map(texts::get).toList();
    }
}
