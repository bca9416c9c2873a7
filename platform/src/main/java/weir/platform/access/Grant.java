package weir.platform.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A role with the place it holds at, written `uploader:YORK`, `analyst:PAN`, `engineer`.
///
/// @param role  what its holder is
/// @param place the organisation's code or the use case's; empty for a role of the whole service
public record Grant(Role role, String place) {

    public Grant {
        boolean isWhole = role.place() == Role.Place.SERVICE;
        if (isWhole != place.isEmpty() || !isWhole && !place.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("The role " + role.code() + switch (role.place()) {
                case ORGANISATION -> " is of an organisation: write " + role.code() + ":CODE.";
                case USE_CASE -> " is of a use case: write " + role.code() + ":CODE.";
                case SERVICE -> " is of the whole service: write it alone.";
            });
        }
    }

    /// @throws IllegalArgumentException when it is not a grant; the message is a sentence with the mend
    public static Grant parse(String text) {
        int colon = text.indexOf(':');
        String code = colon < 0 ? text : text.substring(0, colon);
        Optional<Role> role = Role.ofCode(code);
        if (role.isEmpty()) {
            throw new IllegalArgumentException("There is no such role; known are "
                    + Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", ")) + ".");
        }
        return new Grant(role.get(), colon < 0 ? "" : text.substring(colon + 1));
    }

    /// @throws IllegalArgumentException when one is not a grant
    public static Set<Grant> parseAll(Collection<String> texts) {
        return texts.stream().map(Grant::parse).collect(Collectors.toUnmodifiableSet());
    }

    /// In a stable order, as files and tables keep them.
    public static List<String> texts(Set<Grant> grants) {
        return grants.stream().map(Grant::toString).sorted().toList();
    }

    @Override
    public String toString() {
        return place.isEmpty() ? role.code() : role.code() + ":" + place;
    }
}
