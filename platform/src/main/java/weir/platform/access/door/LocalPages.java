package weir.platform.access.door;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import weir.platform.access.AccessEvents.Refusal;
import weir.platform.access.OpaqueToken;
import weir.platform.access.Permission;
import weir.platform.access.rate.RateLimit;
import weir.platform.access.session.CsrfToken;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.access.user.LocalSignOn;
import weir.platform.access.user.User;
import weir.platform.secret.Secret;
import weir.platform.web.Routes;

/// The page to sign in with a name and a password.
///
/// Failures make the next try wait, for the name at that address and for the address; nobody else is kept out by them.
final class LocalPages implements Routes {

    private static final int LONGEST_NAME = 64;

    private final LocalSignOn signOn;
    private final Entry entry;
    private final SessionCookie formCookie;
    private final BrowserGuard guard;
    private final ClientAddress addresses;
    private final RateLimit perName;
    private final RateLimit perAddress;
    private final SecureRandom random;

    LocalPages(LocalSignOn signOn, Entry entry, SessionCookie formCookie, BrowserGuard guard, ClientAddress addresses,
            RateLimit perName, RateLimit perAddress, SecureRandom random) {
        this.signOn = signOn;
        this.entry = entry;
        this.formCookie = formCookie;
        this.guard = guard;
        this.addresses = addresses;
        this.perName = perName;
        this.perAddress = perAddress;
        this.random = random;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/sign-in", this::show, Permission.ANYONE);
        routes.post("/sign-in", this::signIn, Permission.ANYONE);
    }

    private void show(Context request) {
        request.html(form(request, LocalPath.of(parameter(request.queryParam("next"))), "", Optional.empty()));
    }

    private String form(Context request, String next, String name, Optional<String> problem) {
        Secret secret = formCookie.read(request).orElseGet(() -> {
            Secret fresh = OpaqueToken.make("", random).text();
            formCookie.write(request, fresh);
            return fresh;
        });
        return SignInPage.form(next, token(secret).masked(random), name, problem);
    }

    /// There is no session yet to bind the form to; a cookie of its own takes its place.
    private static CsrfToken token(Secret cookie) {
        return new CsrfToken(new OpaqueToken(cookie).hash());
    }

    private void signIn(Context request) {
        guard.checkOrigin(request, true);
        if (formCookie.read(request).filter(secret -> token(secret).matches(FormToken.sent(request))).isEmpty()) {
            throw BrowserGuard.foreign();
        }
        String name = parameter(request.formParam("name")).strip();
        String password = parameter(request.formParam("password"));
        String next = LocalPath.of(parameter(request.formParam("next")));
        String address = addresses.of(request);
        String nameThere = address + " " + name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
        Duration wait = longer(perName.take(nameThere), perAddress.take(address));
        if (wait.isPositive()) {
            tellToWait(request, next, name, wait);
            return;
        }
        Optional<User> user = password.isBlank() ? Optional.empty() : signOn.check(name, Secret.of(password));
        if (user.isEmpty()) {
            entry.refuse(request, HttpStatus.UNAUTHORIZED, Refusal.WRONG_PASSWORD, form(request, next, name,
                    Optional.of("The name or the password is not right. Check both and try again.")));
            return;
        }
        perName.giveBack(nameThere);
        perAddress.giveBack(address);
        User known = user.get();
        entry.letIn(request, known.name(), SignedInBy.LOCAL, known.passwordMark(), known.grants(), next);
    }

    private void tellToWait(Context request, String next, String name, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        request.header("Retry-After", Long.toString(seconds));
        entry.refuse(request, HttpStatus.TOO_MANY_REQUESTS, Refusal.TOO_MANY_TRIES, form(request, next, name,
                Optional.of("There were too many tries. Wait " + seconds + " seconds and try again.")));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String parameter(@Nullable String value) {
        return value == null ? "" : value;
    }
}
