// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Python package that comes with the product, with the Python of this machine. */
@EnabledOnOs(OS.LINUX)
class PythonTest {
    /** Debian's, where it is; else any. */
    private static final String PYTHON = Stream.of("/usr/bin/python3")
            .filter(file -> Files.isExecutable(Path.of(file)))
            .findFirst()
            .orElse("python3");

    @TempDir
    private static Path folder;

    private static Product product;

    @BeforeAll
    static void copyProduct() throws Exception {
        product = Product.copy(folder);
        assumeTrue(
                run(PYTHON + " -c 'import sys, sqlite3; sys.exit(sys.version_info < (3, 9))'")
                                .status()
                        == 0,
                "Python 3.9 or newer is not installed");
    }

    @Test
    void itsTestsPassWithNumpyAndWithout() throws Exception {
        run("tar xzf gidn/python/*.tar.gz --strip-components=1 --one-top-level=sources && mkdir projects")
                .done();
        List<String> tests;
        try (Stream<Path> files = Files.list(folder.resolve("sources/tests"))) {
            tests = files.map(file -> "tests." + file.getFileName().toString().replace(".py", ""))
                    .filter(name -> name.startsWith("tests.test_"))
                    .sorted()
                    .toList();
        }
        assertTrue(tests.size() >= 5, tests::toString);
        for (String name : tests) {
            unittest(PYTHON, name);
        }
        assumeTrue(run(PYTHON + " -c 'import numpy'").status() == 0, "numpy is not installed");
        // Without the folder of the site nothing but the standard library is found.
        unittest(PYTHON + " -S", "tests.test_evaluator");
        unittest(PYTHON + " -S", "tests.test_project");
    }

    /** Runs some of the package's tests, which call the product often and for short. */
    private static void unittest(String python, String name) throws Exception {
        Outcome outcome = run("cd sources && export GIDN_VMARGS='" + Product.QUICK + "' GIDN_HOME=../gidn"
                        + " GIDN_TEST_PROJECTS=../projects && " + python + " -m unittest " + name)
                .done();
        assertTrue(outcome.err().contains("\nOK"), outcome::err);
    }

    @Test
    void itIsUsedFromTheProductsFolderAndFindsTheProduct() throws Exception {
        String script = "'import gidn; print(gidn.find_program()); print(gidn.command(\"--version\"), end=\"\")'";
        String found = run("unset GIDN_HOME; PYTHONPATH=gidn/python " + PYTHON + " -c " + script)
                .done()
                .out();
        assertEquals(
                product.folder().toRealPath().resolve("gidn") + "\n"
                        + product.gidn("--version").done().out(),
                found);
    }

    @Test
    void theWheelIsInstalledWithoutAnIndex() throws Exception {
        assumeTrue(run(PYTHON + " -m venv environment").status() == 0, "python3-venv is not installed");
        run("environment/bin/pip install --no-index gidn/python/*.whl && environment/bin/pip check")
                .done();
        String version = product.gidn("--version").done().out().replaceFirst("(?s)^\\D*(\\d+\\.\\d+\\.\\d+).*", "$1");
        String installed =
                run("environment/bin/python -m gidn --version").done().out();
        assertTrue(installed.startsWith("gidn " + version), installed);
    }

    private static Outcome run(String commands) throws IOException, InterruptedException {
        return product.run(folder, List.of("sh", "-ec", commands));
    }
}
