package weir.stream.memory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import weir.engine.organisation.OrganisationCode;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.database.Transaction;

/// Keeps what was told of reads of personal data, one line each.
final class ReadLog implements AccessEvents {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void signedIn(Transaction transaction, Caller caller) {}

    @Override
    public void signedOut(Caller caller) {}

    @Override
    public void signInRefused(Refusal reason) {}

    @Override
    public void keyMade(Transaction transaction, String by, String id, OrganisationCode organisation) {}

    @Override
    public void keyRevoked(Transaction transaction, String by, String id) {}

    @Override
    public void rolesGiven(String by, String to, Set<Grant> grants) {}

    @Override
    public void passwordChanged(String by, String of) {}

    @Override
    public void userRemoved(String by, String name) {}

    @Override
    public void personalDataRead(Caller caller, Optional<OrganisationCode> organisation, String what) {
        lines.add(caller.name() + " read " + what);
    }
}
