// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Serves an update site to this machine. */
final class SiteServer implements AutoCloseable {
    private static final String PATH = "/gidn";

    private final HttpServer server;

    SiteServer(Path site) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, SimpleFileServer.createFileHandler(site.toAbsolutePath()));
        server.start();
    }

    /** Where it is; a site without a path cannot be trusted in the window. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
