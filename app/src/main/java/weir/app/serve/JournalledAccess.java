package weir.app.serve;

import java.util.Optional;
import java.util.Set;

import weir.engine.organisation.OrganisationCode;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.database.Transaction;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;

/// Writes into the journal who was let in and what personal data they read.
public final class JournalledAccess implements AccessEvents {

    private static final Subject SERVICE = new Subject("service", "access");
    private static final Action ROLES_GIVEN = new Action("roles-given");
    private static final Action PASSWORD_CHANGED = new Action("password-changed");
    private static final Action USER_REMOVED = new Action("user-removed");

    private final Journal journal;

    public JournalledAccess(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void signedIn(Transaction transaction, Caller caller) {
        journal.append(transaction, Entry.of(Action.SIGNED_IN, caller.actor(), SERVICE));
    }

    @Override
    public void signedOut(Caller caller) {
        journal.append(Entry.of(Action.SIGNED_OUT, caller.actor(), SERVICE));
    }

    @Override
    public void signInRefused(Refusal reason) {
        journal.append(Entry.of(Action.SIGN_IN_REFUSED, Actor.person("unknown"), SERVICE).detail("reason", reason.code()));
    }

    @Override
    public void keyMade(Transaction transaction, String by, String id, OrganisationCode organisation) {
        journal.append(transaction, Entry.of(Action.KEY_MADE, Actor.person(by), new Subject("key", id)).organisation(organisation));
    }

    @Override
    public void keyRevoked(Transaction transaction, String by, String id) {
        journal.append(transaction, Entry.of(Action.KEY_REVOKED, Actor.person(by), new Subject("key", id)));
    }

    @Override
    public void rolesGiven(String by, String to, Set<Grant> grants) {
        journal.append(Entry.of(ROLES_GIVEN, Actor.person(by), new Subject("user", to))
                .detail("roles", String.join(" ", Grant.texts(grants))));
    }

    @Override
    public void passwordChanged(String by, String of) {
        journal.append(Entry.of(PASSWORD_CHANGED, Actor.person(by), new Subject("user", of)));
    }

    @Override
    public void userRemoved(String by, String name) {
        journal.append(Entry.of(USER_REMOVED, Actor.person(by), new Subject("user", name)));
    }

    @Override
    public void personalDataRead(Caller caller, Optional<OrganisationCode> organisation, String what) {
        Entry read = Entry.of(Action.PERSONAL_DATA_READ, caller.actor(), new Subject("data", what));
        journal.append(organisation.map(read::organisation).orElse(read));
    }
}
