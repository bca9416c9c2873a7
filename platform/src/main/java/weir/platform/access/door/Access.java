package weir.platform.access.door;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import weir.platform.access.AccessEvents;
import weir.platform.access.Permission;
import weir.platform.access.PublicAddress;
import weir.platform.access.SignOnMissing;
import weir.platform.access.hawk.HawkServer;
import weir.platform.access.key.HawkKeys;
import weir.platform.access.key.Keys;
import weir.platform.access.key.ServiceKey;
import weir.platform.access.rate.RateLimit;
import weir.platform.access.rate.RateSettings;
import weir.platform.access.session.Sessions;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.access.signon.OpenIdSettings;
import weir.platform.access.signon.OpenIdSignOn;
import weir.platform.access.user.LocalSignOn;
import weir.platform.access.user.Passwords;
import weir.platform.access.user.Users;
import weir.platform.access.user.UsersFile;
import weir.platform.database.Database;
import weir.platform.web.Listener;
import weir.platform.web.Routes;

/// Everything about access, made of the settings. Safe for many threads.
public final class Access {

    private static final Duration NONCES_KEPT = Duration.ofMinutes(5);

    private final Routes guard;
    private final List<Routes> routes = new ArrayList<>();
    private final Keys keys;
    private final Users users;
    private final Sessions sessions;

    private Access(Builder parts) {
        this.keys = parts.keys;
        this.users = parts.users;
        this.sessions = parts.sessions;
        this.guard = parts::guard;
        this.routes.addAll(parts.routes());
    }

    /// @param serviceKey what seals the secrets of Hawk keys
    /// @param events     what the journal is told
    /// @param listeners  all that will be opened
    /// @throws SignOnMissing when one can be reached from other machines and nobody has to sign in; nothing was opened
    public static Access open(
            AccessSettings settings, ServiceKey serviceKey, Database database, SecureRandom random, InstantSource clock,
            AccessEvents events, List<Listener> listeners) {
        requireSignOn(settings, listeners);
        return new Access(new Builder(settings, serviceKey, database, random, clock, events));
    }

    /// To be asked before anything is opened.
    /// @throws SignOnMissing when a listener can be reached from other machines and nobody has to sign in
    public static void requireSignOn(AccessSettings settings, List<Listener> listeners) {
        for (Listener listener : listeners) {
            if (settings.signOn() == SignOn.NONE && !listener.isLoopback()) {
                throw new SignOnMissing(listener);
            }
        }
    }

    /// The chain before every route: give it first to each listener.
    public Routes guard() {
        return guard;
    }

    /// The pages to sign in and out, `/v1/me` and `/v1/keys`: for the web listener.
    public List<Routes> routes() {
        return List.copyOf(routes);
    }

    /// For `weir key`.
    public Keys keys() {
        return keys;
    }

    /// For `weir user`.
    public Users users() {
        return users;
    }

    /// Deletes sessions that are over; to be called about hourly by a job.
    public void sweep() {
        sessions.sweep();
    }

    private static final class Builder {

        private final AccessSettings settings;
        private final Database database;
        private final SecureRandom random;
        private final InstantSource clock;
        private final AccessEvents events;
        private final PublicAddress address;
        private final Keys keys;
        private final Users users;
        private final Sessions sessions;
        private final LocalSignOn local;
        private final SessionCookie cookie;
        private final BrowserGuard browserGuard;
        private final ClientAddress addresses;
        private final RateLimit perAddress;
        private final Doorkeeper doorkeeper;
        private final HawkDoor hawk;
        private final SecurityHeaders headers;

        Builder(AccessSettings settings, ServiceKey serviceKey, Database database, SecureRandom random,
                InstantSource clock, AccessEvents events) {
            this.settings = settings;
            this.database = database;
            this.random = random;
            this.clock = clock;
            this.events = events;
            RateSettings rates = settings.rates();
            address = PublicAddress.of(settings.publicAddress());
            keys = new Keys(database, serviceKey, random, clock, events);
            Passwords passwords = new Passwords(random);
            UsersFile file = new UsersFile(settings.usersFile());
            users = new Users(file, passwords, events);
            sessions = new Sessions(database, settings.session(), random, clock);
            local = new LocalSignOn(file, passwords, random);
            cookie = SessionCookie.of("weir", address);
            browserGuard = new BrowserGuard(address, settings.signOn() == SignOn.NONE);
            addresses = new ClientAddress(settings.trustedProxies());
            perAddress = new RateLimit(rates.address(), clock);
            RateLimit perCaller = new RateLimit(rates.caller(), clock);
            HawkServer server = new HawkServer(
                    address, new HawkKeys(database, serviceKey, clock, NONCES_KEPT), settings.hawkSkew(), clock);
            hawk = new HawkDoor(server, addresses, new RateLimit(rates.hawkFailed(), clock), perCaller);
            Callers callers = new Callers(settings.signOn(), keys, sessions, local, cookie, browserGuard, random);
            doorkeeper = new Doorkeeper(callers, hawk, browserGuard, settings.signOn(), perCaller);
            headers = new SecurityHeaders(address, settings.openId().map(OpenIdSettings::issuer));
        }

        void guard(RoutesConfig routes) {
            routes.before(headers::set);
            routes.before(request -> Doorkeeper.limit(perAddress.take(addresses.of(request))));
            routes.beforeMatched(doorkeeper::open);
            routes.afterMatched(hawk::sign);
        }

        List<Routes> routes() {
            Entry entry = new Entry(database, sessions, cookie, events);
            KeyRoutes keyRoutes = new KeyRoutes(keys);
            return switch (settings.signOn()) {
                case NONE -> List.of(keyRoutes, caller(SignedInBy.LOCAL, Optional::empty), Builder::noSignOn);
                case LOCAL -> List.of(keyRoutes, caller(SignedInBy.LOCAL, Optional::empty), localPages(entry));
                case OPENID -> openId(entry, keyRoutes);
            };
        }

        private List<Routes> openId(Entry entry, KeyRoutes keyRoutes) {
            OpenIdSignOn signOn = new OpenIdSignOn(
                    settings.openId().orElseThrow(), address.page(OpenIdPages.CALLBACK), database, random, clock);
            SessionCookie attempt = SessionCookie.of("weir-sign-on", address);
            URI start = address.page("/");
            return List.of(keyRoutes, caller(SignedInBy.OPENID, () -> signOn.signOut(start)),
                    new OpenIdPages(signOn, entry, attempt));
        }

        private CallerRoutes caller(SignedInBy source, Supplier<Optional<URI>> afterwards) {
            return new CallerRoutes(sessions, cookie, events, source, afterwards);
        }

        private LocalPages localPages(Entry entry) {
            return new LocalPages(local, entry, SessionCookie.of("weir-form", address), browserGuard, addresses,
                    new RateLimit(settings.rates().signInFailed(), clock),
                    new RateLimit(settings.rates().signInFailedAddress(), clock), random);
        }

        private static void noSignOn(RoutesConfig routes) {
            routes.get("/sign-in", request -> request.redirect("/", HttpStatus.SEE_OTHER), Permission.ANYONE);
        }
    }
}
