package weir.platform.access.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;

import weir.platform.access.OpaqueToken;
import weir.platform.secret.Secret;

/// Checks names and passwords against the users file. Safe for many threads.
public final class LocalSignOn {

    private final UsersFile file;
    private final Passwords passwords;
    private final String nobodysHash;

    public LocalSignOn(UsersFile file, Passwords passwords, SecureRandom random) {
        this.file = file;
        this.passwords = passwords;
        this.nobodysHash = passwords.hash(OpaqueToken.make("", random).text());
    }

    /// The user whose name and password these are. A name that is not there takes as long as a wrong password.
    public Optional<User> check(String name, Secret password) {
        Optional<User> user = find(name);
        boolean isRight = passwords.matches(password, user.map(User::hash).orElse(nobodysHash));
        return user.filter(_ -> isRight);
    }

    /// A user as the file has it now: whoever was removed is no longer there, and new roles hold at once.
    public Optional<User> find(String name) {
        try {
            return Optional.ofNullable(file.read().get(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The users file cannot be read: see to its owner and mode.", e);
        }
    }
}
