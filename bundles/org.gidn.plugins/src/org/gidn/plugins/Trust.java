// SPDX-License-Identifier: Apache-2.0
package org.gidn.plugins;

import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.eclipse.equinox.p2.core.UIServices;

/** Answers p2's questions where there is no window, and keeps what was refused. What is signed by a trusted signer is not asked about. */
final class Trust extends UIServices {
    private final boolean unverified;
    private String refused;

    /** @param unverified whether to take what is not signed, or signed by somebody unknown */
    Trust(boolean unverified) {
        this.unverified = unverified;
    }

    /** What was not taken, and why not. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    @Override
    public TrustInfo getTrustInfo(Certificate[][] untrusted, String[] unsigned) {
        return getTrustInfo(untrusted, List.of(), unsigned);
    }

    @Override
    public TrustInfo getTrustInfo(Certificate[][] untrusted, Collection<PGPPublicKey> keys, String[] unsigned) {
        List<Certificate> signers = untrusted == null
                ? List.of()
                : Arrays.stream(untrusted).map(chain -> chain[0]).toList();
        Collection<PGPPublicKey> unknown = keys == null ? List.of() : keys;
        if (!unverified) {
            refused = unsigned != null && unsigned.length > 0
                    ? names(unsigned) + " not signed, so nothing shows who made it"
                    : "it is signed by "
                            + Stream.concat(
                                            signers.stream().map(Signers::name),
                                            unknown.stream()
                                                    .map(key -> "the PGP key " + Long.toHexString(key.getKeyID())))
                                    .collect(Collectors.joining(", "))
                            + ", whom this installation does not know, so the name alone shows nothing";
            return new TrustInfo(List.of(), List.of(), false, false);
        }
        return new TrustInfo(signers, unknown, false, true);
    }

    private static String names(String[] files) {
        String first = Path.of(files[0]).getFileName().toString();
        return files.length == 1 ? first + " is" : files.length + " files, " + first + " among them, are";
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location, AuthenticationInfo previous) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }
}
