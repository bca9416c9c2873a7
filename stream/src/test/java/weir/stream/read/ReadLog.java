package weir.stream.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import weir.engine.organisation.OrganisationCode;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.database.Transaction;

/// Remembers what personal data was read.
public final class ReadLog implements AccessEvents {

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private record Line(String caller, String what) {}

    /// What was read.
    public List<String> lines() {
        return lines.stream().map(Line::what).toList();
    }

    /// Who read what.
    public List<String> linesByCaller() {
        return lines.stream().map(line -> line.caller() + " read " + line.what()).toList();
    }

    @Override
    public void personalDataRead(Caller caller, Optional<OrganisationCode> organisation, String what) {
        lines.add(new Line(caller.name(), what));
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
}
