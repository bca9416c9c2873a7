package weir.engine.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Items;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// One mapping of a file read as a [Form]: it knows its keys, and each question for a value reports what is wrong with it.
///
/// Reading goes on after a fault with a blank in the place of the faulty value, so that all faults are found at once.
public final class Section {

    private final Form form;
    private final Mapping mapping;
    private final Faults faults;

    /// Reports every key the form does not know.
    public Section(Form form, Mapping mapping, Faults faults) {
        this.form = form;
        this.mapping = mapping;
        this.faults = faults;
        for (Entry entry : mapping.entries().values()) {
            if (!form.keys().contains(entry.key())) {
                faults.add(entry.line(), "'" + entry.key() + "' is not a key of " + form.name() + "."
                        + Nearest.question(entry.key(), form.keys()));
            }
        }
    }

    /// The same for a value that must be a mapping; empty, and a fault, when it is not.
    public static Optional<Section> of(Form form, YamlValue value, Faults faults) {
        if (value instanceof Mapping mapping) {
            return Optional.of(new Section(form, mapping, faults));
        }
        faults.add(value.line(), "Expected " + form.name() + " as a mapping of keys to values; found " + value.words() + ".");
        return Optional.empty();
    }

    public Faults faults() {
        return faults;
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    public Optional<YamlValue> value(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(Entry::value);
    }

    /// The line of a key, or of the mapping when the key is not there.
    public int line(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.line() : entry.line();
    }

    public int line() {
        return mapping.line();
    }

    /// Reports that a key's value is wrong.
    public void fault(String key, String sentence) {
        faults.add(line(key), sentence);
    }

    /// A text that must be there; the empty string after a fault.
    public String text(String key) {
        if (!has(key)) {
            fault(key, "'" + key + "' is missing: add it to this part of " + form.name() + ".");
            return "";
        }
        return text(key, "");
    }

    /// A text, or `otherwise` when the key is not there.
    public String text(String key, String otherwise) {
        return value(key).map(value -> text(key, value).map(Word::text).orElse("")).orElse(otherwise);
    }

    /// One of a few words; empty, and a fault, when it is another.
    public Optional<String> word(String key, Collection<String> known) {
        String word = text(key);
        if (word.isEmpty() || known.contains(word)) {
            return word.isEmpty() ? Optional.empty() : Optional.of(word);
        }
        fault(key, "'" + word + "' is not a " + key + "; known are " + String.join(", ", known) + "."
                + Nearest.question(word, known));
        return Optional.empty();
    }

    /// True or false; false when the key is not there.
    public boolean flag(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof Scalar(String text, Kind kind, int _) && kind == Kind.FLAG) {
            return text.charAt(0) == 't' || text.charAt(0) == 'T';
        }
        return wrongKind(key, value.get(), "true or false", false);
    }

    public Optional<BigDecimal> decimal(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Scalar(String text, Kind kind, int _) && kind == Kind.NUMBER) {
            return Optional.of(new BigDecimal(text));
        }
        return wrongKind(key, value.get(), "a number", Optional.empty());
    }

    public OptionalLong whole(String key) {
        Optional<BigDecimal> number = decimal(key);
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(number.get().longValueExact());
        } catch (ArithmeticException _) {
            fault(key, "'" + key + "' must be a whole number.");
            return OptionalLong.empty();
        }
    }

    /// A whole number from `min` to `max`.
    public OptionalInt count(String key, int min, int max) {
        OptionalLong number = whole(key);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        if (number.getAsLong() < min || number.getAsLong() > max) {
            fault(key, "'" + key + "' must be from " + min + " to " + max + ".");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    /// A text or a list of texts; none when the key is not there.
    public List<Word> words(String key) {
        List<Word> words = new ArrayList<>();
        for (YamlValue value : items(key)) {
            text(key, value).ifPresent(words::add);
        }
        return words;
    }

    /// The texts of one entry of a mapping whose keys are the writer's own.
    public static List<Word> words(Entry entry, Faults faults) {
        List<Word> words = new ArrayList<>();
        for (YamlValue value : entry.value() instanceof Items items ? items.values() : List.of(entry.value())) {
            text(entry.key(), value, faults).ifPresent(words::add);
        }
        return words;
    }

    /// The same without the lines.
    public List<String> texts(String key) {
        return words(key).stream().map(Word::text).toList();
    }

    /// The values of a list, or the one value that stands alone.
    public List<YamlValue> items(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        return value.get() instanceof Items items ? items.values() : List.of(value.get());
    }

    public Optional<Section> section(String key, Form as) {
        return value(key).flatMap(value -> of(as, value, faults));
    }

    /// The entries of a mapping whose keys are names of the writer's own; none when the key is not there.
    public List<Entry> entries(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Mapping names) {
            return List.copyOf(names.entries().values());
        }
        return wrongKind(key, value.get(), "a mapping of names to values", List.of());
    }

    private Optional<Word> text(String key, YamlValue value) {
        return text(key, value, faults);
    }

    private static Optional<Word> text(String key, YamlValue value, Faults faults) {
        if (value instanceof Scalar scalar && scalar.kind() == Kind.TEXT && !scalar.text().isBlank()) {
            return Optional.of(new Word(scalar.text(), scalar.line()));
        }
        String mend = value instanceof Scalar scalar && scalar.kind() != Kind.NOTHING ? ": put it in quotes." : ".";
        faults.add(value.line(), "'" + key + "' must be text; found " + value.words() + mend);
        return Optional.empty();
    }

    private <T> T wrongKind(String key, YamlValue value, String expected, T otherwise) {
        faults.add(value.line(), "'" + key + "' must be " + expected + "; found " + value.words() + ".");
        return otherwise;
    }

    /// A text and its line.
    public record Word(String text, int line) {}
}
