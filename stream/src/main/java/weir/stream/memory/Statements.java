package weir.stream.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import weir.stream.graph.GraphTuple;
import weir.stream.memory.store.Equivalence;
import weir.stream.memory.store.Intake;
import weir.stream.memory.store.StoredTuple;

/// What tuples mean for the tables.
///
/// A tuple with a type is what an object says, and replaces what the object said before. A tuple without one is what a person
/// says: its links are a tie of their own, and its equivalent ids are equivalences.
final class Statements {

    private Statements() {}

    /// @throws weir.stream.message.MalformedMessage when an id is none that can be kept; nothing was added
    static void add(GraphTuple tuple, Version version, Intake intake) {
        check(tuple);
        equivalences(tuple).forEach(equivalence -> intake.add(equivalence, version));
        if (!tuple.type().isEmpty()) {
            intake.add(new StoredTuple(
                    new StoredTuple.Key(tuple.type(), tuple.id(), ""), label(tuple), members(tuple),
                    otherIds(tuple, Statements::isLocal), otherIds(tuple, kind -> !isLocal(kind)), version));
        } else if (!tuple.links().isEmpty()) {
            intake.add(new StoredTuple(tie(tuple), "", members(tuple), List.of(), List.of(), version));
        }
    }

    /// Takes back what a person has said.
    static void withdraw(GraphTuple tuple, Intake intake) {
        check(tuple);
        equivalences(tuple).forEach(intake::withdraw);
        if (!tuple.links().isEmpty()) {
            intake.withdraw(tie(tuple));
        }
    }

    private static void check(GraphTuple tuple) {
        Ids.fit(tuple.id());
        Ids.fit(tuple.links());
        Ids.fit(tuple.equivalentIds());
        if (!tuple.type().isEmpty()) {
            Ids.fit(tuple.type());
        }
    }

    /// The same tie twice is one.
    private static StoredTuple.Key tie(GraphTuple tuple) {
        return new StoredTuple.Key("", tuple.id(), JsonKeys.hash(String.join("\n", new TreeSet<>(tuple.links()))));
    }

    private static List<Equivalence> equivalences(GraphTuple tuple) {
        return tuple.equivalentIds().stream()
                .filter(same -> !same.equals(tuple.id()))
                .map(same -> Equivalence.of(tuple.id(), same))
                .toList();
    }

    private static List<String> members(GraphTuple tuple) {
        Set<String> members = new LinkedHashSet<>();
        members.add(tuple.id());
        members.addAll(tuple.links());
        return members.size() == 1 ? List.of() : List.copyOf(members);
    }

    /// A value that no index takes is no id.
    private static List<String> otherIds(GraphTuple tuple, Predicate<String> kinds) {
        List<String> otherIds = new ArrayList<>();
        tuple.otherIds().forEach((kind, value) -> {
            String otherId = kind + ":" + value;
            if (kinds.test(kind) && Ids.isFit(otherId)) {
                otherIds.add(otherId);
            }
        });
        return otherIds;
    }

    private static boolean isLocal(String kind) {
        return kind.equals("localid") || kind.startsWith("oneroster_");
    }

    /// A missing label is the id. The database keeps no NUL.
    private static String label(GraphTuple tuple) {
        String label = tuple.label().replace('\0', ' ').strip();
        return label.isEmpty() ? tuple.id() : label;
    }
}
