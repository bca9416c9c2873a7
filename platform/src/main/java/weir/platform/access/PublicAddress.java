package weir.platform.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The address people and programs know the service by. Links, cookies and signatures go by it, never by what a request
/// says of itself.
///
/// @param scheme `http` or `https`
/// @param host   in lower case, an IPv6 address in brackets
/// @param port   80 or 443 when the address names none
public record PublicAddress(String scheme, String host, int port) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @throws IllegalArgumentException when it is more or less than scheme, host and port
    public static PublicAddress of(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String path = address.getPath();
        if (!scheme.equals("http") && !scheme.equals("https")
                || address.getHost() == null
                || address.getRawQuery() != null
                || address.getRawUserInfo() != null
                || path != null && !path.isEmpty() && !path.equals("/")) {
            throw new IllegalArgumentException(
                    "The public address is a scheme, a host and perhaps a port, such as https://weir.example.org.");
        }
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return new PublicAddress(scheme, address.getHost().toLowerCase(Locale.ROOT), port);
    }

    public boolean isHttps() {
        return scheme.equals("https");
    }

    public boolean isLoopback() {
        return LOOPBACK.contains(host);
    }

    /// The hosts a signature may name: its own; for a loopback address every name of loopback, which are all this machine.
    public List<String> signedHosts() {
        return isLoopback()
                ? Stream.concat(
                        Stream.of(host), LOOPBACK.stream().filter(name -> !name.equals(host)).sorted()).toList()
                : List.of(host);
    }

    /// Whether a browser's `Origin` is this service.
    public boolean isOrigin(String origin) {
        return origin.equals(origin());
    }

    /// `https://weir.example.org`, the port only when it is not the scheme's own.
    public String origin() {
        boolean isUsual = port == (isHttps() ? 443 : 80);
        return scheme + "://" + host + (isUsual ? "" : ":" + port);
    }

    /// A page of the service.
    /// @param path with its leading slash
    public URI page(String path) {
        return URI.create(origin() + path);
    }

    /// Whether a `Host` header names it, with or without its port.
    public boolean isHost(String header) {
        String asked = header.toLowerCase(Locale.ROOT);
        return asked.equals(host) || asked.equals(host + ":" + port);
    }

    /// Whether a `Host` header names loopback, with any port.
    public static boolean isLoopbackHost(String header) {
        String asked = header.toLowerCase(Locale.ROOT);
        int colon = asked.lastIndexOf(':');
        boolean hasPort = colon > asked.lastIndexOf(']') && colon > 0;
        return LOOPBACK.contains(hasPort ? asked.substring(0, colon) : asked);
    }
}
