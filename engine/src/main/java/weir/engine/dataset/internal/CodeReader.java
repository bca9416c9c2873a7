package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import weir.engine.dataset.Code;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Items;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads a list of codes: plain codes, codes with their names, or codes in the long form.
final class CodeReader {

    private final Faults faults;

    CodeReader(Faults faults) {
        this.faults = faults;
    }

    /// The codes of a list, checked against each other.
    List<Code> list(YamlValue value) {
        List<Code> codes = codes(value);
        if (codes.isEmpty()) {
            faults.add(value.line(), "A list of codes has at least one code.");
        }
        checkDistinct(codes, value.line());
        return codes;
    }

    /// The codes alone, for a change that adds them to a list.
    List<Code> codes(YamlValue value) {
        List<Code> codes = new ArrayList<>();
        if (value instanceof Items items) {
            items.values().forEach(item -> add(codes, item));
        } else if (value instanceof Mapping mapping) {
            mapping.entries().values().forEach(entry -> codes.add(named(entry)));
        } else {
            add(codes, value);
        }
        return codes;
    }

    /// Reports two codes that are the same, and a name that stands for two codes.
    void checkDistinct(List<Code> codes, int line) {
        Map<String, String> codeByWord = new HashMap<>();
        for (Code code : codes) {
            if (codeByWord.putIfAbsent(fold(code.code()), code.code()) != null) {
                faults.add(line, "The code '" + code.code() + "' stands twice in this list: remove one of them.");
            }
        }
        for (Code code : codes) {
            for (String name : code.names()) {
                String other = codeByWord.putIfAbsent(fold(name), code.code());
                if (other != null && !other.equals(code.code())) {
                    faults.add(line, "'" + name + "' stands for two codes, " + other + " and " + code.code()
                            + ": remove it from one of them.");
                }
            }
        }
    }

    private void add(List<Code> codes, YamlValue item) {
        if (item instanceof Scalar(String text, Kind kind, int _)
                && (kind == Kind.TEXT || kind == Kind.NUMBER)
                && !text.isBlank()) {
            codes.add(Code.of(text));
        } else if (item instanceof Mapping mapping) {
            codes.add(longForm(new Section(Language.CODE, mapping, faults)));
        } else {
            faults.add(item.line(), "A code must be text; found " + item.words() + ".");
        }
    }

    private Code named(Entry entry) {
        List<String> names = new ArrayList<>();
        List<YamlValue> values = entry.value() instanceof Items items ? items.values() : List.of(entry.value());
        for (YamlValue value : values) {
            if (value instanceof Scalar(String text, Kind kind, int _) && kind == Kind.TEXT && !text.isBlank()) {
                names.add(text);
            } else {
                faults.add(value.line(), "The names of the code '" + entry.key() + "' must be text in quotes; found "
                        + value.words() + ".");
            }
        }
        return new Code(entry.key(), names, List.of());
    }

    private Code longForm(Section section) {
        List<Pattern> patterns = new ArrayList<>();
        for (Word word : section.words("patterns")) {
            Patterns.readForCells(word, faults).ifPresent(patterns::add);
        }
        List<String> names = section.texts("names");
        String meaning = section.text("meaning", names.isEmpty() ? "" : names.getFirst());
        return new Code(section.text("code"), names, patterns, meaning);
    }

    private static String fold(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
