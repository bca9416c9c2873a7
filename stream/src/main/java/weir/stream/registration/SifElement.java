package weir.stream.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An element of an object with what it holds and where it stands in the text. Names are without prefix.
final class SifElement {

    private static final int FEW = 4;
    private static final Pattern LONG_SPACE = Pattern.compile("\\s+");

    private final String name;
    private final Map<String, String> attributes;
    private List<SifElement> children = List.of();
    private String text = "";
    private final int start;
    private int endTag;
    private int end;

    /// @param start where its start tag begins, in bytes of the text
    SifElement(String name, Map<String, String> attributes, int start) {
        this.name = name;
        this.attributes = attributes;
        this.start = start;
    }

    void add(SifElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(FEW);
        }
        children.add(child);
    }

    /// The one element it holds.
    SifElement only() {
        return children.getFirst();
    }

    void addText(String piece) {
        text = text.isEmpty() ? piece : text + piece;
    }

    void close(int from, int to) {
        endTag = from;
        end = to;
    }

    String name() {
        return name;
    }

    int start() {
        return start;
    }

    /// Where its end tag begins, in bytes of the text; its end when it has none.
    int endTag() {
        return endTag;
    }

    int end() {
        return end;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /// The text directly within it, white space put together.
    String text() {
        String all = text.strip();
        return hasLongSpace(all) ? LONG_SPACE.matcher(all).replaceAll(" ") : all;
    }

    private static boolean hasLongSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && text.charAt(i + 1) == ' ') {
                return true;
            }
        }
        return false;
    }

    /// The first element at a path below this one.
    Optional<SifElement> find(SifPath path) {
        return find(path, 0);
    }

    private Optional<SifElement> find(SifPath path, int at) {
        SifPath.Step step = path.steps().get(at);
        for (SifElement child : children) {
            if (child.matches(step)) {
                Optional<SifElement> found = at + 1 == path.steps().size() ? Optional.of(child) : child.find(path, at + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean matches(SifPath.Step step) {
        return name.equals(step.name())
                && (step.attributes().isEmpty() || hasAttributes(step.attributes()))
                && (step.children().isEmpty() || hasChildren(step.children()));
    }

    private boolean hasAttributes(Map<String, String> wanted) {
        return wanted.entrySet().stream().allMatch(attribute ->
                attribute.getValue().equals(attributes.get(attribute.getKey())));
    }

    private boolean hasChildren(Map<String, String> wanted) {
        return wanted.entrySet().stream().allMatch(text -> children.stream().anyMatch(child ->
                child.name.equals(text.getKey()) && child.text().equals(text.getValue())));
    }

    @Override
    public String toString() {
        return name;
    }
}
