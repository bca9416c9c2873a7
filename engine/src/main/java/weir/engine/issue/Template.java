package weir.engine.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A sentence with placeholders. `{name}` is filled in; what stands between square brackets is left out when a
/// placeholder within is filled with nothing.
final class Template {

    private sealed interface Part {}

    private record Words(String text) implements Part {}

    private record Slot(String name) implements Part {}

    private record Choice(Template inner) implements Part {}

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /// @throws IllegalArgumentException when a brace or bracket is not closed
    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '{' -> {
                    int end = closing(text, '}', at);
                    parts.add(new Slot(text.substring(at + 1, end)));
                    yield end + 1;
                }
                case '[' -> {
                    int end = closing(text, ']', at);
                    parts.add(new Choice(parse(text.substring(at + 1, end))));
                    yield end + 1;
                }
                default -> {
                    int end = endOfWords(text, at);
                    parts.add(new Words(text.substring(at, end)));
                    yield end;
                }
            };
        }
        return new Template(List.copyOf(parts));
    }

    private static int closing(String text, char bracket, int from) {
        int end = text.indexOf(bracket, from);
        if (end < 0) {
            throw new IllegalArgumentException("Close the bracket in: " + text);
        }
        return end;
    }

    private static int endOfWords(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '{' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    String fill(Function<String, String> words) {
        StringBuilder text = new StringBuilder();
        appendTo(text, words);
        return text.toString();
    }

    private boolean appendTo(StringBuilder text, Function<String, String> words) {
        boolean complete = true;
        for (Part part : parts) {
            switch (part) {
                case Words plain -> text.append(plain.text());
                case Slot slot -> {
                    String filling = words.apply(slot.name());
                    complete &= !filling.isEmpty();
                    text.append(filling);
                }
                case Choice choice -> {
                    int start = text.length();
                    if (!choice.inner().appendTo(text, words)) {
                        text.setLength(start);
                    }
                }
            }
        }
        return complete;
    }
}
