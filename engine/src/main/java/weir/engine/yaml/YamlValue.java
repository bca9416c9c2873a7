package weir.engine.yaml;

import java.util.List;
import java.util.Map;

/// One value of a YAML file and the line it begins in, counted from 1.
public sealed interface YamlValue {

    int line();

    /// What it is, to follow "found": `a list`, `a number`.
    String words();

    /// A single value as it is written.
    record Scalar(String text, Kind kind, int line) implements YamlValue {
        @Override
        public String words() {
            return kind.words;
        }
    }

    /// A list.
    record Items(List<YamlValue> values, int line) implements YamlValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String words() {
            return "a list";
        }
    }

    /// A mapping, its entries in the order of the file.
    record Mapping(Map<String, Entry> entries, int line) implements YamlValue {
        @Override
        public String words() {
            return "a mapping";
        }
    }

    /// One key of a mapping with its value; the line is the key's.
    record Entry(String key, int line, YamlValue value) {}

    /// What a scalar is under the core schema of YAML 1.2, where `NO` and `YES` are text.
    enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        FLAG("true or false"),
        NOTHING("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
