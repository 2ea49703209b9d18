// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gidn.legal.Part.Identity;

/** Looks into jars: what they are, and what others have packed into them. */
final class Archives {
    private static final String OUR_GROUP = "org.gidn";
    private static final String OURS = "Apache-2.0";
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|exe)");
    private static final Pattern MAVEN = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private final Poms poms;
    private final LicenceList list = new LicenceList();
    private final KnownParts known = new KnownParts(list);

    Archives(Poms poms) {
        this.poms = poms;
    }

    static boolean isLibrary(String name) {
        return LIBRARY.matcher(name).matches();
    }

    /** A jar of a known identity. */
    Part part(Identity identity, Path jar, String file) throws IOException {
        return new Part(
                identity, licence(identity, file), file, sha256(Files.readAllBytes(jar)), inside(identity, jar, file));
    }

    /** A jar in the folder of a bundle, which is that bundle's own if it has no name. */
    Part nested(Identity bundle, Path jar, String file) throws IOException {
        String name = jar.getFileName().toString();
        // Platforms and the like stand behind the name.
        Optional<Identity> identity = identities(jar).stream()
                .filter(each -> name.startsWith(each.name()))
                .max(Comparator.comparingInt(each -> each.name().length()));
        if (identity.isEmpty() && bundle.group().equals(OUR_GROUP)) {
            throw new Refusal(file + " does not say what it is");
        }
        return part(identity.orElse(bundle), jar, file);
    }

    /** A bundle that is a folder. */
    Part folder(Identity identity, String file, List<Part> inside) {
        return new Part(identity, licence(identity, file), file, "", inside);
    }

    /** A native library. */
    Part library(Path file, String place) throws IOException {
        return library(file.getFileName().toString(), Files.readAllBytes(file), place);
    }

    private Part library(String name, byte[] content, String place) {
        KnownParts.Row row = known.library(name, place);
        return new Part(row.part(), row.licence(), place, sha256(content), List.of());
    }

    private String licence(Identity identity, String file) {
        if (identity.group().equals(OUR_GROUP)) {
            return OURS;
        }
        Optional<String> lookedUp = known.licence(identity);
        if (lookedUp.isPresent()) {
            return lookedUp.get();
        }
        List<String> names = poms.licences(identity);
        return list.choice(names)
                .orElseThrow(() -> new Refusal(file + " (" + identity.key() + ") is offered under "
                        + (names.isEmpty() ? "no licence that its POM would name" : String.join(" or ", names))
                        + ", which is not on the list of licences.csv; take another library, or if it may be given away"
                        + " with the product, add the licence to the list or the library to parts.csv"));
    }

    /** The licence of what others have packed into theirs. Maven fetches no POM for that. */
    private String packed(Identity identity, String file) {
        return known.licence(identity)
                .orElseThrow(() -> new Refusal(file + " holds " + identity.key()
                        + ", whose licence nobody has looked up; add it to parts.csv if it may be given away"));
    }

    private List<Part> inside(Identity whole, Path jar, String file) throws IOException {
        List<Part> inside = new ArrayList<>();
        for (Identity each : identities(jar)) {
            if (!each.key().equals(whole.key())) {
                inside.add(new Part(each, packed(each, file), file, "", List.of()));
            }
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (whole.group().equals(OUR_GROUP) && entry.getName().endsWith(".jar")) {
                    inside.add(packed(whole, zip, entry, file));
                } else if (isLibrary(entry.getName())) {
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    try (InputStream content = zip.getInputStream(entry)) {
                        inside.add(library(name, content.readAllBytes(), file + "!" + entry.getName()));
                    }
                }
            }
        }
        return inside;
    }

    /** A jar within a bundle of ours that becomes a folder only where it is installed. */
    private Part packed(Identity bundle, ZipFile zip, ZipEntry entry, String file) throws IOException {
        Path folder = Files.createTempDirectory("gidn-legal");
        Path jar = folder.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, jar);
            return nested(bundle, jar, file + "!" + entry.getName());
        } finally {
            Files.deleteIfExists(jar);
            Files.delete(folder);
        }
    }

    /** What Maven has noted in a jar about its own parts. */
    private static List<Identity> identities(Path jar) throws IOException {
        List<Identity> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (MAVEN.matcher(entry.getName()).matches()) {
                    Properties properties = new Properties();
                    try (InputStream content = zip.getInputStream(entry)) {
                        properties.load(content);
                    }
                    found.add(new Identity(
                            properties.getProperty("groupId"),
                            properties.getProperty("artifactId"),
                            properties.getProperty("version")));
                }
            }
        }
        return found;
    }

    Manifest manifest(Path bundle) throws IOException {
        if (Files.isDirectory(bundle)) {
            try (InputStream content = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
                return new Manifest(content);
            }
        }
        try (ZipFile zip = new ZipFile(bundle.toFile());
                InputStream content = zip.getInputStream(zip.getEntry("META-INF/MANIFEST.MF"))) {
            return new Manifest(content);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
