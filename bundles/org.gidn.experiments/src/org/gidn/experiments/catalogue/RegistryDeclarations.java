// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.Sums;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** Reads declarations from the Eclipse extension registry; the only class that knows it. */
final class RegistryDeclarations {
    private RegistryDeclarations() {}

    /** All elements contributed to the extension points that the catalogue knows. */
    static List<Declaration> all() {
        IExtensionRegistry registry = RegistryFactory.getRegistry();
        List<Declaration> all = new ArrayList<>();
        List<String> points = new ArrayList<>(Points.ALL);
        points.add(Points.BENCHMARKS);
        points.add(Example.POINT);
        points.add(Study.POINT);
        for (String point : points) {
            for (IConfigurationElement element : registry.getConfigurationElementsFor(point)) {
                all.add(new Element(point, element));
            }
        }
        return all;
    }

    private record Element(String point, IConfigurationElement source) implements Declaration {
        @Override
        public String element() {
            return source.getName();
        }

        @Override
        public String bundle() {
            IContributor contributor = source.getContributor();
            return contributor.getName();
        }

        @Override
        public String version() {
            return contributingBundle().getVersion().toString();
        }

        @Override
        public String sum() {
            Sums sums = new Sums();
            List<URL> entries =
                    new ArrayList<>(Collections.list(contributingBundle().findEntries("/", "*", true)));
            entries.sort(Comparator.comparing(URL::getPath));
            for (URL entry : entries) {
                if (!entry.getPath().endsWith("/")) {
                    try {
                        sums.add(entry.getPath(), entry::openStream);
                    } catch (FileNotFoundException e) {
                        // Gone since it was listed, as passing files are in a bundle that runs from its folder.
                    } catch (IOException e) {
                        throw new InvalidInputException(NLS.bind(Messages.fileNotRead, entry, e.getMessage()), e);
                    }
                }
            }
            return sums.text();
        }

        @Override
        public String attribute(String name) {
            return source.getAttribute(name);
        }

        @Override
        public List<Declaration> children(String name) {
            return Arrays.stream(source.getChildren(name))
                    .<Declaration>map(child -> new Element(point, child))
                    .toList();
        }

        @Override
        public Object instantiate() {
            try {
                return source.createExecutableExtension("class");
            } catch (CoreException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new Guest(element(), attribute("id"), bundle()).fault(Messages.extensionNotLoaded, cause);
            }
        }

        @Override
        public List<BundleFile> files(String folder) {
            Enumeration<URL> entries = contributingBundle().findEntries(folder, "*", false);
            return (entries == null ? List.<URL>of() : Collections.list(entries))
                    .stream()
                            .filter(url -> !url.getPath().endsWith("/"))
                            .<BundleFile>map(Entry::new)
                            .toList();
        }

        @Override
        public List<Path> classPath() {
            Set<Bundle> bundles = new LinkedHashSet<>();
            addUsed(contributingBundle(), bundles);
            return bundles.stream()
                    .map(bundle -> FileLocator.getBundleFileLocation(bundle)
                            .orElseThrow(() -> new InvalidInputException(
                                    NLS.bind(Messages.bundleWithoutFile, bundle.getSymbolicName())))
                            .toPath())
                    .toList();
        }

        /** Adds a bundle, its fragments and all that it uses, but for the framework itself. */
        private static void addUsed(Bundle bundle, Set<Bundle> found) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID || wiring == null || !found.add(bundle)) {
                return;
            }
            wiring.getProvidedWires(HostNamespace.HOST_NAMESPACE)
                    .forEach(wire -> found.add(wire.getRequirer().getBundle()));
            wiring.getRequiredWires(null)
                    .forEach(wire -> addUsed(wire.getProvider().getBundle(), found));
        }

        private Bundle contributingBundle() {
            Bundle[] bundles = FrameworkUtil.getBundle(RegistryDeclarations.class)
                    .getBundleContext()
                    .getBundles();
            return Arrays.stream(bundles)
                    .filter(bundle -> bundle().equals(bundle.getSymbolicName()))
                    .max((a, b) -> a.getVersion().compareTo(b.getVersion()))
                    .orElseThrow();
        }
    }

    private record Entry(URL url) implements Declaration.BundleFile {
        @Override
        public String name() {
            return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        }

        @Override
        public byte[] read() {
            try (InputStream stream = url.openStream()) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new InvalidInputException(NLS.bind(Messages.fileNotRead, url, e.getMessage()), e);
            }
        }
    }
}
