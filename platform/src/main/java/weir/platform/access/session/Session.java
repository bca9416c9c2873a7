package weir.platform.access.session;

import java.util.Optional;

import weir.platform.access.Caller;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.secret.Secret;

/// A session as one request meets it.
///
/// @param proof what it was started with
/// @param csrf  makes and checks the tokens of its forms
/// @param fresh a new token that takes the old one's place, to be sent with the answer
public record Session(
        Caller.Person person, SignedInBy source, String proof, CsrfToken csrf, Optional<Secret> fresh) {}
