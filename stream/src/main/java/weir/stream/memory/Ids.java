package weir.stream.memory;

import java.util.List;

import weir.stream.message.MalformedMessage;

/// Which ids the memory takes: 1 to 512 characters, none of them a control character. Longer ones fit into no index.
final class Ids {

    static final int LONGEST = 512;

    private Ids() {}

    static boolean isFit(String id) {
        return !id.isBlank() && id.length() <= LONGEST && id.chars().noneMatch(Character::isISOControl);
    }

    /// @throws MalformedMessage when it is none
    static String fit(String id) {
        if (!isFit(id)) {
            throw new MalformedMessage("An id must have 1 to " + LONGEST + " characters and no control characters.");
        }
        return id;
    }

    static List<String> fit(List<String> ids) {
        ids.forEach(Ids::fit);
        return ids;
    }
}
