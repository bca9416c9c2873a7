package weir.platform.access;

import java.util.Set;

import io.javalin.http.Context;
import weir.engine.organisation.OrganisationCode;
import weir.platform.journal.Actor;
import weir.platform.web.Problem;

/// Who makes a request.
public sealed interface Caller {

    /// What it is here.
    Set<Grant> grants();

    /// How the journal names it: `anna`, `key-3f2a`, `local administrator`, `nobody`.
    String name();

    /// A person who signed in.
    record Person(String name, Set<Grant> grants) implements Caller {
        public Person {
            grants = Set.copyOf(grants);
        }
    }

    /// A program with a key.
    ///
    /// @param name         the key's id
    /// @param organisation whose program it is
    /// @param scopes       what its Hawk key opens; none for an API key
    record Program(String name, OrganisationCode organisation, Set<Grant> grants, Set<String> scopes) implements Caller {
        public Program {
            grants = Set.copyOf(grants);
            scopes = Set.copyOf(scopes);
        }
    }

    /// Whoever sits at the machine of a service that nobody else can reach and that has no sign-on. May do everything;
    /// every page says so.
    record LocalAdministrator() implements Caller {
        @Override
        public Set<Grant> grants() {
            return Set.of(new Grant(Role.ADMINISTRATOR, ""));
        }

        @Override
        public String name() {
            return "local administrator";
        }
    }

    /// Somebody unknown.
    record Nobody() implements Caller {
        @Override
        public Set<Grant> grants() {
            return Set.of();
        }

        @Override
        public String name() {
            return "nobody";
        }
    }

    /// As the journal names it.
    default Actor actor() {
        return this instanceof Program ? Actor.program(name()) : Actor.person(name());
    }

    /// The caller of a request; nobody before the doors have looked.
    static Caller of(Context request) {
        Caller caller = request.attribute(Caller.class.getName());
        return caller == null ? new Nobody() : caller;
    }

    /// Hangs a caller on a request: for the doors.
    default void enter(Context request) {
        request.attribute(Caller.class.getName(), this);
    }

    /// Whether there is anything at all it may do this to.
    default boolean may(Permission permission) {
        return switch (permission) {
            case ANYONE -> true;
            case SIGNED_IN -> !(this instanceof Nobody);
            default -> this instanceof LocalAdministrator
                    || grants().stream().anyMatch(grant -> grant.role().permissions().contains(permission));
        };
    }

    /// Whether it may do this to what belongs to an organisation.
    default boolean may(Permission permission, OrganisationCode organisation) {
        return holds(permission, Role.Place.ORGANISATION, organisation.value());
    }

    /// Whether it may do this to what a use case has received.
    default boolean mayForUseCase(Permission permission, String useCase) {
        return holds(permission, Role.Place.USE_CASE, useCase);
    }

    private boolean holds(Permission permission, Role.Place place, String code) {
        return this instanceof LocalAdministrator || grants().stream().anyMatch(grant ->
                grant.role().place() == place
                        && grant.place().equals(code)
                        && grant.role().permissions().contains(permission));
    }

    /// Stops unless it may do this to what belongs to the organisation. Call it with the owner of the object that was
    /// found, before anything of it is told.
    /// @param what the object in a word, for the answer: `delivery`
    /// @throws weir.platform.web.RequestRefused 404, the same as for what is not there
    default void require(Permission permission, OrganisationCode organisation, String what) {
        if (!may(permission, organisation)) {
            throw Problem.notFound(what).refused();
        }
    }

    /// The same for what a use case has received.
    default void requireForUseCase(Permission permission, String useCase, String what) {
        if (!mayForUseCase(permission, useCase)) {
            throw Problem.notFound(what).refused();
        }
    }
}
