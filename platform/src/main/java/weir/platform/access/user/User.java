package weir.platform.access.user;

import java.util.HexFormat;
import java.util.Set;

import weir.platform.access.Grant;
import weir.platform.access.OpaqueToken;
import weir.platform.secret.Secret;

/// A person of the users file.
///
/// @param name   1 to 64 letters, digits, dots, hyphens, underscores and at signs
/// @param hash   of the password, in the PHC string form
public record User(String name, String hash, Set<Grant> grants) {

    public User {
        if (!name.matches("[A-Za-z0-9_.@-]{1,64}")) {
            throw new UserRefused("A user's name is 1 to 64 letters, digits, dots, hyphens, underscores and at signs.");
        }
        grants = Set.copyOf(grants);
    }

    /// A mark of the password: another once it was changed. Tells nothing of it.
    public String passwordMark() {
        return HexFormat.of().formatHex(new OpaqueToken(Secret.of(hash)).hash(), 0, 8);
    }

    /// The hash is not shown.
    @Override
    public String toString() {
        return name + " " + Grant.texts(grants);
    }
}
