package weir.platform.access.door;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.javalin.http.Context;

/// Where a request comes from, past the proxies that are trusted. Safe for many threads.
final class ClientAddress {

    private static final int SITE_BYTES = 8;

    private final Set<String> trusted;

    ClientAddress(List<String> trustedProxies) {
        this.trusted = Set.copyOf(trustedProxies);
    }

    /// The name its rates are kept under: an IPv4 address, or the /64 of an IPv6 address, whose owner has all of it.
    String of(Context request) {
        String address = request.req().getRemoteAddr();
        String forwarded = request.header("X-Forwarded-For");
        if (trusted.contains(address) && forwarded != null) {
            String[] way = forwarded.split(",", -1);
            for (int i = way.length - 1; i >= 0 && trusted.contains(address); i--) {
                address = way[i].strip();
            }
        }
        return literal(address).map(ClientAddress::site).orElse("unknown");
    }

    /// Whether it comes from this machine and from no proxy on it.
    static boolean isLocal(Context request) {
        return request.header("X-Forwarded-For") == null
                && request.header("Forwarded") == null
                && request.header("X-Forwarded-Host") == null
                && request.header("X-Real-IP") == null
                && literal(request.req().getRemoteAddr()).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static Optional<InetAddress> literal(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String site(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length > SITE_BYTES ? HexFormat.of().formatHex(bytes, 0, SITE_BYTES) : address.getHostAddress();
    }
}
