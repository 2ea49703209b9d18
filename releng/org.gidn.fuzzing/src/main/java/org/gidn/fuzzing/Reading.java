// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.util.List;

/** One kind of input from outside, as a fuzzer gives it. */
interface Reading {
    /** Inputs to begin with, such as what the product has {@linkplain Written written}. */
    List<byte[]> seeds() throws IOException;

    /**
     * Reads an input, and looks at whether what it gives can be written and read back as the same.
     *
     * @throws org.gidn.core.InvalidInputException if the input is refused; any other exception is a fault of the reader
     */
    void read(byte[] input) throws IOException;
}
