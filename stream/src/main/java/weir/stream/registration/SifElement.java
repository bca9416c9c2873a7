package weir.stream.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element of an object with what it holds and where it stands in the text. Names are without prefix.
final class SifElement {

    private final String name;
    private final Map<String, String> attributes;
    private final List<SifElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int start;
    private int endTag;
    private int end;

    /// @param start where its start tag begins, in characters of the text
    SifElement(String name, Map<String, String> attributes, int start) {
        this.name = name;
        this.attributes = new HashMap<>(attributes);
        this.start = start;
    }

    void add(SifElement child) {
        children.add(child);
    }

    void addText(String piece) {
        text.append(piece);
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

    /// Where its end tag begins; its end when it has none.
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
        return String.join(" ", text.toString().strip().split("\\s+"));
    }

    /// The first element at a path below this one.
    Optional<SifElement> find(SifPath path) {
        return find(path, 0);
    }

    Optional<SifElement> find(String path) {
        return find(SifPath.of(path));
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
                && step.attributes().entrySet().stream().allMatch(wanted ->
                        wanted.getValue().equals(attributes.get(wanted.getKey())))
                && step.children().entrySet().stream().allMatch(wanted -> children.stream().anyMatch(child ->
                        child.name.equals(wanted.getKey()) && child.text().equals(wanted.getValue())));
    }

    @Override
    public String toString() {
        return name;
    }
}
