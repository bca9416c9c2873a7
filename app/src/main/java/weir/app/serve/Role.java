package weir.app.serve;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import weir.engine.yaml.Nearest;

/// What one process of the service does.
public enum Role {
    /// Pages and APIs.
    WEB,
    /// The stream listener.
    STREAM,
    /// Does jobs.
    WORKER,
    /// Sets recurring jobs to waiting when their time has come.
    SCHEDULER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when a word is no role
    static Set<Role> parse(List<String> words) {
        List<String> known = EnumSet.allOf(Role.class).stream().map(Role::word).toList();
        for (String word : words) {
            if (!known.contains(word)) {
                throw new IllegalArgumentException("'" + word + "' is not a role; known are " + String.join(", ", known) + "."
                        + Nearest.question(word, known));
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A process needs a role; known are " + String.join(", ", known) + ".");
        }
        return words.stream().map(word -> valueOf(word.toUpperCase(Locale.ROOT))).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
