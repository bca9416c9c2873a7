package weir.platform.access.door;

import java.util.Set;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.access.AccessEvents;
import weir.platform.access.AccessEvents.Refusal;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.session.Sessions;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.database.Database;
import weir.platform.secret.Secret;

/// Lets a person in who has proved who they are: starts the session, writes it down, sends them on.
record Entry(Database database, Sessions sessions, SessionCookie cookie, AccessEvents events) {

    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    void letIn(Context request, String person, SignedInBy source, String proof, Set<Grant> grants, String next) {
        // A session the browser had is over: nobody can have planted it.
        cookie.read(request).ifPresent(sessions::end);
        Secret token = database.write(transaction -> {
            Secret started = sessions.start(transaction, person, source, proof, grants);
            events.signedIn(transaction, new Caller.Person(person, grants));
            return started;
        });
        cookie.write(request, token);
        request.redirect(next, HttpStatus.SEE_OTHER);
    }

    void refuse(Context request, HttpStatus status, Refusal reason, String page) {
        LOG.info("A sign-in was refused. reason={}", reason.code());
        events.signInRefused(reason);
        request.status(status).html(page);
    }
}
