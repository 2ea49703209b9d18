// SPDX-License-Identifier: Apache-2.0
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Writes the HTML pages of the public API: of all packages that the bundles export to everybody.
 *
 * <p>Arguments: the folder of the bundles, the version of the product, and where the pages go.
 */
final class ApiPages {
    private ApiPages() {}

    public static void main(String[] arguments) throws IOException {
        Path bundles = Path.of(arguments[0]);
        String version = arguments[1].replace("-SNAPSHOT", "");
        List<String> sources = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        try (Stream<Path> all = Files.list(bundles)) {
            for (Path bundle : all.sorted().toList()) {
                Path manifest = bundle.resolve("META-INF/MANIFEST.MF");
                if (Files.isDirectory(bundle.resolve("src"))
                        && Files.exists(manifest)
                        && !bundle.toString().matches(".*(\\.tests|samples.*)")) {
                    sources.add(bundle.resolve("src").toString());
                    packages.addAll(exported(manifest));
                }
            }
        }
        List<String> command = new ArrayList<>(List.of(
                "-quiet",
                // What the libraries are that our code calls does not show.
                "--ignore-source-errors",
                "-Xdoclint:none",
                "-Xmaxwarns",
                "1",
                "-notimestamp",
                "-encoding",
                "UTF-8",
                "-windowtitle",
                "GIDN " + version,
                "-doctitle",
                "GIDN Workbench " + version + ": the public API",
                "-sourcepath",
                String.join(File.pathSeparator, sources),
                "-d",
                arguments[2]));
        command.addAll(packages);
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        int status =
                ToolProvider.findFirst("javadoc").orElseThrow().run(writer, writer, command.toArray(String[]::new));
        if (status != 0 || !Files.exists(Path.of(arguments[2], "index.html"))) {
            System.err.println(told);
            System.exit(1);
        }
    }

    /** The packages that a bundle exports to everybody. */
    private static List<String> exported(Path file) throws IOException {
        String exports;
        try (InputStream stream = Files.newInputStream(file)) {
            exports = new Manifest(stream).getMainAttributes().getValue("Export-Package");
        }
        return exports == null
                ? List.of()
                : Stream.of(exports.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                        .filter(each -> !each.contains("x-internal") && !each.contains("x-friends"))
                        .map(each -> each.split(";")[0].strip())
                        .filter(each -> each.startsWith("org.gidn."))
                        .toList();
    }
}
