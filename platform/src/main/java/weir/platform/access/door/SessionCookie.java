package weir.platform.access.door;

import java.util.Optional;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import weir.platform.access.PublicAddress;
import weir.platform.secret.Secret;

/// A cookie with a secret. Over https it is bound to this host by its name, `__Host-…`, as RFC 6265bis has it.
record SessionCookie(String name, boolean isSecure) {

    private static final int LONGEST = 200;

    static SessionCookie of(String name, PublicAddress address) {
        return new SessionCookie(address.isHttps() ? "__Host-" + name : name, address.isHttps());
    }

    Optional<Secret> read(Context request) {
        String value = request.cookie(name);
        return value == null || value.isBlank() || value.length() > LONGEST
                ? Optional.empty()
                : Optional.of(Secret.of(value));
    }

    /// Until the browser is closed; the server ends it earlier.
    void write(Context request, Secret value) {
        request.cookie(cookie(value.reveal(), -1));
    }

    void remove(Context request) {
        request.cookie(cookie("", 0));
    }

    private Cookie cookie(String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setSecure(isSecure);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        return cookie;
    }
}
