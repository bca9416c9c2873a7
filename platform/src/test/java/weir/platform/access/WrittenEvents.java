package weir.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Keeps what was told, one line each.
public final class WrittenEvents implements AccessEvents {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void signedIn(Transaction transaction, Caller caller) {
        lines.add("signed in " + caller.name());
    }

    @Override
    public void signedOut(Caller caller) {
        lines.add("signed out " + caller.name());
    }

    @Override
    public void signInRefused(Refusal reason) {
        lines.add("refused " + reason.code());
    }

    @Override
    public void keyMade(Transaction transaction, String by, String id, OrganisationCode organisation) {
        lines.add("key made " + id + " for " + organisation + " by " + by);
    }

    @Override
    public void keyRevoked(Transaction transaction, String by, String id) {
        lines.add("key revoked " + id + " by " + by);
    }

    @Override
    public void rolesGiven(String by, String to, Set<Grant> grants) {
        lines.add("roles of " + to + " are " + Grant.texts(grants) + " by " + by);
    }

    @Override
    public void passwordChanged(String by, String of) {
        lines.add("password of " + of + " changed by " + by);
    }

    @Override
    public void userRemoved(String by, String name) {
        lines.add("user removed " + name + " by " + by);
    }

    @Override
    public void personalDataRead(Caller caller, Optional<OrganisationCode> organisation, String what) {
        lines.add("read " + what + " of " + organisation + " by " + caller.name());
    }
}
