// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.text.Json;
import org.gidn.plugins.Installation;
import org.gidn.plugins.Plugin;
import org.gidn.plugins.UpdateSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Installs, updates and removes plug-ins. */
@Command(
        name = "plugins",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Installs, updates and removes plug-ins.",
        footer = {
            "",
            "An update site is a folder, a zip archive or an address. The product knows its own; others are remembered",
            "once something was installed from them, or added by 'gidn plugins sites --add'. A folder or an archive that you",
            "name is trusted; from an address only comes what is encrypted on the way, has checksums and is signed by a signer",
            "whom this installation trusts, unless you allow more.",
            "",
            "Examples:",
            "  gidn plugins sites                                     where plug-ins are looked for",
            "  gidn plugins list --site https://example.org/site      what a site offers",
            "  gidn plugins install my.plugin.feature                 from a known site",
            "  gidn plugins install --site my-plugin/site/target/repository my.plugin.feature",
            "  gidn plugins list                                      what is installed",
            "  gidn plugins update                                    newer versions from the known sites",
            "  gidn plugins uninstall my.plugin.feature"
        })
final class PluginsCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    PluginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, install, update, uninstall or sites.");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Shows the plug-ins that were added, or a site's.")
    int list(
            @Option(names = "--site", paramLabel = "URL|FOLDER", description = "An update site: shows what it offers.")
                    String site,
            @Option(names = "--json", description = "Writes JSON.") boolean json) {
        Installation installation = Installation.running();
        List<Plugin> plugins = site == null ? installation.installed() : installation.offered(address(site));
        if (json) {
            session.out()
                    .println(Json.writeIndented(plugins.stream()
                            .map(plugin -> described(plugin, site == null ? installation.signers(plugin) : null))
                            .toList()));
        } else if (plugins.isEmpty()) {
            session.err().println("No plug-ins have been added.");
        } else {
            TextTable table = new TextTable();
            for (Plugin plugin : plugins) {
                List<String> cells = new ArrayList<>(List.of(plugin.id(), plugin.version(), plugin.name()));
                if (site == null) {
                    cells.add(signed(installation.signers(plugin)));
                }
                table.add(cells);
            }
            session.out().print(table);
        }
        return ExitStatus.DONE.code();
    }

    @Command(name = "install", mixinStandardHelpOptions = true, description = "Installs features of an update site.")
    int install(
            @Option(
                            names = "--site",
                            paramLabel = "URL|FOLDER",
                            description = "The update site; all known sites if left out.")
                    String site,
            @Mixin AllowedRisks risks,
            @Parameters(paramLabel = "FEATURE", arity = "1..*", description = "Identifiers of features.")
                    List<String> features) {
        Installation installation = Installation.running();
        requireSite(installation, site);
        List<Plugin> plugins = installation.install(site == null ? null : address(site), features, risks.allowed());
        tell("Installed", plugins, plugin -> ", " + signed(installation.signers(plugin)));
        return ExitStatus.DONE.code();
    }

    private static void requireSite(Installation installation, String site) {
        if (site == null && installation.sites().isEmpty()) {
            throw new InvalidInputException("No update site is known yet; name one with --site.");
        }
    }

    @Command(name = "uninstall", mixinStandardHelpOptions = true, description = "Removes features that were added.")
    int uninstall(
            @Parameters(paramLabel = "FEATURE", arity = "1..*", description = "Identifiers of features.")
                    List<String> features) {
        tell("Uninstalled", Installation.running().uninstall(features), plugin -> "");
        return ExitStatus.DONE.code();
    }

    @Command(name = "update", mixinStandardHelpOptions = true, description = "Replaces plug-ins by newer versions.")
    int update(
            @Option(
                            names = "--site",
                            paramLabel = "URL|FOLDER",
                            description = "Where to look; all known sites if left out.")
                    String site,
            @Mixin AllowedRisks risks,
            @Parameters(paramLabel = "FEATURE", arity = "0..*", description = "Identifiers; all if left out.")
                    List<String> features) {
        Installation installation = Installation.running();
        requireSite(installation, site);
        List<Plugin> plugins = installation.update(
                site == null ? null : address(site), features == null ? new ArrayList<>() : features, risks.allowed());
        if (plugins.isEmpty()) {
            session.err().println("There are no newer versions.");
        } else {
            tell("Updated to", plugins, plugin -> ", " + signed(installation.signers(plugin)));
        }
        return ExitStatus.DONE.code();
    }

    @Command(
            name = "sites",
            mixinStandardHelpOptions = true,
            description = "Shows the update sites where plug-ins are looked for, and changes which they are.")
    int sites(
            @Option(names = "--add", paramLabel = "URL|FOLDER", description = "Adds one.") String add,
            @Option(names = "--remove", paramLabel = "URL|FOLDER", description = "Forgets one.") String remove) {
        Installation installation = Installation.running();
        if (add != null) {
            installation.addSite(address(add));
        }
        if (remove != null) {
            installation.removeSite(address(remove));
        }
        installation.sites().forEach(session.out()::println);
        return ExitStatus.DONE.code();
    }

    private URI address(String site) {
        return UpdateSite.parse(site, session.folder());
    }

    private void tell(String what, List<Plugin> plugins, Function<Plugin, String> more) {
        session.err()
                .println(plugins.stream()
                        .map(plugin -> plugin.id() + " " + plugin.version() + more.apply(plugin))
                        .collect(Collectors.joining("; ", what + " ", ".")));
    }

    /** What is known of a plug-in; its signers are null where it has not been fetched yet. */
    private static Map<String, Object> described(Plugin plugin, List<String> signers) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", plugin.id());
        described.put("version", plugin.version());
        described.put("name", plugin.name());
        if (signers != null) {
            described.put("signers", signers);
        }
        return described;
    }

    private static String signed(List<String> signers) {
        return signers.isEmpty() ? "not signed" : "signed by " + String.join(" and ", signers);
    }
}
