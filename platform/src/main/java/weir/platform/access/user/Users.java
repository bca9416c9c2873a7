package weir.platform.access.user;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import weir.platform.access.AccessEvents;
import weir.platform.access.Grant;
import weir.platform.secret.Secret;

/// What `weir user` does: people are added, given roles and passwords, removed. Whoever was removed or has a new password
/// is signed out everywhere by it. Safe for many threads.
public final class Users {

    private final UsersFile file;
    private final Passwords passwords;
    private final AccessEvents events;

    public Users(UsersFile file, Passwords passwords, AccessEvents events) {
        this.file = file;
        this.passwords = passwords;
        this.events = events;
    }

    /// @throws UserRefused when the name is taken or not fit, or the password too short
    public void add(String by, String name, Secret password, Set<Grant> grants) throws IOException {
        file.add(new User(name, passwords.hash(password), grants));
        events.rolesGiven(by, name, grants);
    }

    /// @throws UserRefused when there is no such user, or the password is too short
    public void setPassword(String by, String name, Secret password) throws IOException {
        file.setPassword(name, passwords.hash(password));
        events.passwordChanged(by, name);
    }

    /// Gives a user these roles and no others. They hold from the next request on.
    /// @throws UserRefused when there is no such user
    public void setGrants(String by, String name, Set<Grant> grants) throws IOException {
        file.setGrants(name, grants);
        events.rolesGiven(by, name, grants);
    }

    /// @throws UserRefused when there is no such user
    public void remove(String by, String name) throws IOException {
        file.remove(name);
        events.userRemoved(by, name);
    }

    /// All users, by name.
    public List<User> list() throws IOException {
        return List.copyOf(file.read().values());
    }
}
