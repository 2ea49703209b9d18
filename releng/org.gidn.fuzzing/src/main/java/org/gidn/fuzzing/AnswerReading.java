// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.util.List;
import org.gidn.external.internal.process.Trouble;
import org.gidn.external.internal.streams.Answer;
import org.gidn.external.internal.streams.Greeting;

/** Lines that a program answers with. */
final class AnswerReading implements Reading {
    @Override
    public List<byte[]> seeds() {
        return Texts.seeds(
                "{\"version\": 1, \"batch\": 1000, \"gradients\": true}",
                "{\"id\": 1, \"outputs\": {\"mass\": [12.5, null], \"stress\": [3, NaN]}, \"failures\": {\"1\": \"no\"}}",
                "{\"id\": 2, \"outputs\": {\"mass\": [1]}, \"gradients\": {\"x\": [[0.5, -1e300], null]}}",
                "{\"id\": 3, \"error\": \"no licence\"}",
                "a stray print");
    }

    @Override
    public void read(byte[] input) {
        try {
            Greeting greeting = Greeting.read(input);
            Promise.kept(greeting == null || greeting.batch() > 0, "a batch of nothing");
        } catch (Trouble e) {
            Promise.kept(!e.getMessage().isBlank(), "a refusal without a word");
        }
        try {
            Answer.read(input);
        } catch (Trouble e) {
            Promise.kept(!e.getMessage().isBlank(), "a refusal without a word");
        }
    }
}
