package weir.engine.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Items;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// Builds the values of one file from the parser's events.
final class TreeBuilder {

    private static final int DEPTH_LIMIT = 20;

    private final Iterator<Event> events;
    private final Faults faults;

    TreeBuilder(Iterator<Event> events, Faults faults) {
        this.events = events;
        this.faults = faults;
    }

    Optional<Mapping> build() {
        try {
            return document();
        } catch (TooDeep e) {
            faults.add(e.line, "Values lie more than " + DEPTH_LIMIT + " deep here: write them flatter.");
            return Optional.empty();
        }
    }

    private Optional<Mapping> document() {
        Optional<Mapping> top = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                if (++documents > 1) {
                    faults.add(line(event), "A file holds one document: move the second into a file of its own.");
                    return Optional.empty();
                }
                top = mapping(value(event, 1));
            }
        }
        if (documents == 0) {
            faults.add(0, "The file is empty.");
        }
        return top;
    }

    private Optional<Mapping> mapping(YamlValue value) {
        if (value instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        faults.add(value.line(), "The file must be a mapping of keys to values; found " + value.words() + ".");
        return Optional.empty();
    }

    private YamlValue value(Event event, int depth) {
        refuseWhatIsNotUsed(event);
        if (depth > DEPTH_LIMIT) {
            throw new TooDeep(line(event));
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> items(event, depth);
            case MappingStart -> entries(event, depth);
            default -> new Scalar("", Kind.NOTHING, line(event));
        };
    }

    private void refuseWhatIsNotUsed(Event event) {
        if (event instanceof AliasEvent) {
            faults.add(line(event), "Aliases (*) are not used here: write the value again, or give a code list a name.");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.add(line(event), "Anchors (&) are not used here: write the value where it is needed.");
        } else if (event instanceof ScalarEvent scalar && scalar.getTag().isPresent()) {
            faults.add(line(event), "Tags (!) are not used here: put the value in quotes to make it text.");
        }
    }

    private Items items(Event start, int depth) {
        List<YamlValue> values = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            values.add(value(event, depth + 1));
            event = events.next();
        }
        return new Items(values, line(start));
    }

    private Mapping entries(Event start, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlValue key = value(event, depth + 1);
            YamlValue value = value(events.next(), depth + 1);
            if (key instanceof Scalar scalar) {
                add(entries, new Entry(scalar.text(), scalar.line(), value));
            } else {
                faults.add(key.line(), "A key must be text; found " + key.words() + ".");
            }
            event = events.next();
        }
        return new Mapping(entries, line(start));
    }

    private void add(Map<String, Entry> entries, Entry entry) {
        Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            faults.add(entry.line(), "'" + entry.key() + "' stands here twice, first in line " + first.line()
                    + ": remove one of them.");
        }
    }

    private static Scalar scalar(ScalarEvent event) {
        Kind kind = event.isPlain() ? kind(event.getValue()) : Kind.TEXT;
        return new Scalar(event.getValue(), kind, line(event));
    }

    private static Kind kind(String plain) {
        return switch (plain) {
            case "", "~", "null", "Null", "NULL" -> Kind.NOTHING;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.FLAG;
            default -> isNumber(plain) ? Kind.NUMBER : Kind.TEXT;
        };
    }

    private static boolean isNumber(String plain) {
        char first = plain.charAt(0);
        if (first > '9' || plain.length() > 40) {
            return false;
        }
        try {
            new BigDecimal(plain);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /// Ends the reading of a file that is nested to harm.
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;

        TooDeep(int line) {
            super("nested too deep");
            this.line = line;
        }
    }
}
