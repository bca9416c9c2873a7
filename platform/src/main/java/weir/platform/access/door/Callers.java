package weir.platform.access.door;

import java.security.SecureRandom;
import java.util.Optional;

import io.javalin.http.Context;
import weir.platform.access.Caller;
import weir.platform.access.key.Keys;
import weir.platform.access.session.Session;
import weir.platform.access.session.Sessions;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.access.user.LocalSignOn;
import weir.platform.access.user.User;
import weir.platform.secret.Secret;

/// Finds out who makes a request: the holder of an API key, a person with a session, or whoever sits at the machine.
/// Safe for many threads.
final class Callers {

    private static final String BEARER = "bearer ";
    private static final int LONGEST_TOKEN = 200;

    private final SignOn signOn;
    private final Keys keys;
    private final Sessions sessions;
    private final LocalSignOn local;
    private final SessionCookie cookie;
    private final BrowserGuard guard;
    private final SecureRandom random;

    Callers(SignOn signOn, Keys keys, Sessions sessions, LocalSignOn local, SessionCookie cookie, BrowserGuard guard,
            SecureRandom random) {
        this.signOn = signOn;
        this.keys = keys;
        this.sessions = sessions;
        this.local = local;
        this.cookie = cookie;
        this.guard = guard;
        this.random = random;
    }

    /// The caller. A key counts before a session; what changes something by a session must come from a page of ours.
    /// @throws weir.platform.web.RequestRefused 401 for a key that opens nothing, 403 for another site's form
    Caller of(Context request) {
        String authorization = request.header("Authorization");
        if (authorization != null) {
            return program(authorization);
        }
        if (signOn == SignOn.NONE) {
            if (!ClientAddress.isLocal(request)) {
                return new Caller.Nobody();
            }
            guard.checkOrigin(request, false);
            return new Caller.LocalAdministrator();
        }
        return cookie.read(request).flatMap(token -> person(request, token)).map(Caller.class::cast).orElseGet(Caller.Nobody::new);
    }

    private Caller program(String authorization) {
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()) && authorization.length() <= LONGEST_TOKEN) {
            String token = authorization.substring(BEARER.length()).strip();
            Optional<Caller.Program> program = token.isEmpty() ? Optional.empty() : keys.program(Secret.of(token));
            if (program.isPresent()) {
                return program.get();
            }
        }
        throw Doorkeeper.unknown("The key is unknown, revoked or past its end: ask the administrator for another.");
    }

    private Optional<Caller.Person> person(Context request, Secret token) {
        Optional<Session> found = sessions.find(token);
        Optional<Caller.Person> person = found.flatMap(this::person);
        if (person.isEmpty()) {
            cookie.remove(request);
            return Optional.empty();
        }
        Session session = found.orElseThrow();
        session.fresh().ifPresent(fresh -> cookie.write(request, fresh));
        if (BrowserGuard.changes(request)) {
            guard.checkOrigin(request, true);
            if (!session.csrf().matches(FormToken.sent(request))) {
                throw BrowserGuard.foreign();
            }
        }
        FormToken.keep(request, session.csrf().masked(random));
        return person;
    }

    /// Roles of local users are those the file has now; of others, those the provider gave at sign-in.
    private Optional<Caller.Person> person(Session session) {
        if (session.source() == SignedInBy.OPENID) {
            return signOn == SignOn.OPENID ? Optional.of(session.person()) : Optional.empty();
        }
        if (signOn != SignOn.LOCAL) {
            return Optional.empty();
        }
        Optional<User> user = local.find(session.person().name());
        return user.filter(known -> known.passwordMark().equals(session.proof()))
                .map(known -> new Caller.Person(known.name(), known.grants()));
    }
}
