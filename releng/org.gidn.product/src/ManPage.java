// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the manual page of the command line from what the built product says of itself: {@code ManPage.java GIDN FILE}. */
final class ManPage {
    private final String gidn;
    private final StringBuilder page = new StringBuilder();

    private ManPage(String gidn) {
        this.gidn = gidn;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.writeString(Path.of(arguments[1]), new ManPage(arguments[0]).write());
    }

    private String write() throws IOException, InterruptedException {
        String help = said("--help");
        page.append(".\\\" SPDX-License-Identifier: Apache-2.0\n");
        page.append(".TH GIDN 1 \"\" \"").append(said("--version").strip()).append("\" \"User commands\"\n");
        page.append(".SH NAME\ngidn \\- inverse design of materials\n");
        section("COMMAND LINE", help);
        for (String command : commands(help)) {
            section("GIDN " + command, said(command, "--help"));
        }
        page.append(".SH SEE ALSO\nThe guide: Help, in the workbench.\n");
        return page.toString();
    }

    private void section(String title, String text) {
        page.append(".SH \"").append(title.toUpperCase(java.util.Locale.ROOT)).append("\"\n.nf\n");
        text.lines()
                .map(line -> line.replace("\\", "\\e").replace("-", "\\-"))
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .forEach(line -> page.append(line).append('\n'));
        page.append(".fi\n");
    }

    /** The names in the list below the heading {@code Commands:}. */
    private static List<String> commands(String help) {
        List<String> names = new ArrayList<>();
        help.lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> line.matches("  [a-z-]+ .*"))
                .forEach(line -> names.add(line.strip().split(" ")[0]));
        if (names.isEmpty()) {
            throw new IllegalStateException("gidn --help lists no commands");
        }
        return names;
    }

    private String said(String... arguments) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(gidn));
        call.addAll(List.of(arguments));
        Process process = new ProcessBuilder(call)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", call) + " failed");
        }
        return text;
    }
}
