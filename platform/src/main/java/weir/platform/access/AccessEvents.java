package weir.platform.access;

import java.util.Optional;
import java.util.Set;

import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Told of what the journal must know about access. Called by many threads; what it throws ends the request, so that
/// nothing happens unwritten.
public interface AccessEvents {

    /// Why somebody was not let in: a closed set.
    enum Refusal {
        WRONG_PASSWORD("wrong-password"),
        TOO_MANY_TRIES("too-many-tries"),
        SIGN_ON_FAILED("sign-on-failed"),
        NO_ROLE("no-role");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// @param transaction the one that starts the session: the entry joins it
    void signedIn(Transaction transaction, Caller caller);

    void signedOut(Caller caller);

    /// Of a person whose name may be unknown or made up, so it is not told.
    void signInRefused(Refusal reason);

    /// @param transaction the one that makes the key: the entry joins it
    /// @param by who made it
    /// @param id the key's id, which is no secret
    void keyMade(Transaction transaction, String by, String id, OrganisationCode organisation);

    void keyRevoked(Transaction transaction, String by, String id);

    /// @param to the person whose roles are now these
    void rolesGiven(String by, String to, Set<Grant> grants);

    /// @param of the person who has a new password
    void passwordChanged(String by, String of);

    void userRemoved(String by, String name);

    /// Somebody read personal data: called by the part that shows it, before it does.
    /// @param organisation whose data it was; empty when it was several organisations'
    /// @param what         what was read, without a value: `table ssd.person`
    void personalDataRead(Caller caller, Optional<OrganisationCode> organisation, String what);
}
