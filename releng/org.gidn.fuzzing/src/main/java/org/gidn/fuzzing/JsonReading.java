// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.util.List;
import java.util.Map;
import org.gidn.experiments.text.Json;

/** JSON objects. */
final class JsonReading implements Reading {
    @Override
    public List<byte[]> seeds() {
        return Texts.seeds("{\"a\": [1, 2.5, 1e300, \"x\\u0000\", true, null], \"b\": {\"c\": 12345678901234567890}}");
    }

    @Override
    public void read(byte[] input) {
        Map<String, Object> object = Json.readObject(Texts.of(input));
        Promise.equal(object, Json.readObject(Json.write(object)));
        Promise.equal(object, Json.readObject(Json.writeIndented(object)));
    }
}
