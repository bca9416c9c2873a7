package weir.stream.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a reading begins.
///
/// A stream has several partitions, each with offsets of its own, so a place in it is a list: `0:12,3:7` is offset 12 of
/// partition 0 and offset 7 of partition 3; a partition that is not named begins at its beginning. A plain number means this
/// offset of every partition. Where several topics are read at once the topic stands before the partition:
/// `csv.errors:0:12`. What a partition does not have is moved to its nearest end.
public sealed interface Start {

    /// Text longer than any list of partitions we make.
    int LONGEST = 8_192;

    /// How a list is written.
    Pattern LIST = Pattern.compile("(?:[A-Za-z0-9_.-]+:)?[0-9]{1,5}:[0-9]{1,18}(?:,(?:[A-Za-z0-9_.-]+:)?[0-9]{1,5}:[0-9]{1,18})*");

    /// From the first message that is kept.
    record Earliest() implements Start {}

    /// From the next message that comes.
    record Latest() implements Start {}

    /// This offset of every partition.
    record Everywhere(long offset) implements Start {}

    /// @param offsets by partition, as in `0` or `csv.errors:0`
    record Places(Map<String, Long> offsets) implements Start {
        public Places {
            offsets = Map.copyOf(offsets);
        }
    }

    /// @throws InvalidStart when it is none of `earliest`, `latest`, a number, a list
    static Start parse(String text) {
        if (text.equals("earliest")) {
            return new Earliest();
        }
        if (text.equals("latest")) {
            return new Latest();
        }
        if (text.matches("[0-9]{1,18}")) {
            return new Everywhere(Long.parseLong(text));
        }
        if (text.length() > LONGEST || !LIST.matcher(text).matches()) {
            throw new InvalidStart();
        }
        Map<String, Long> offsets = new HashMap<>();
        for (String entry : text.split(",", -1)) {
            int colon = entry.lastIndexOf(':');
            if (offsets.put(entry.substring(0, colon), Long.valueOf(entry.substring(colon + 1))) != null) {
                throw new InvalidStart();
            }
        }
        return new Places(offsets);
    }

    /// The offset wanted of a partition; empty for where it ends now.
    default Optional<Long> of(String partition) {
        return switch (this) {
            case Earliest _ -> Optional.of(0L);
            case Latest _ -> Optional.empty();
            case Everywhere everywhere -> Optional.of(everywhere.offset());
            case Places places -> Optional.of(places.offsets().getOrDefault(partition, 0L));
        };
    }

    /// Whether every partition it names is one of these; if not, it is of another stream.
    default boolean fits(Set<String> partitions) {
        return !(this instanceof Places places) || partitions.containsAll(places.offsets().keySet());
    }
}
