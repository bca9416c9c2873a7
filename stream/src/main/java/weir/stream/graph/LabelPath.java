package weir.stream.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The end of a path whose text is part of a label: names of elements from above to below, as `Name/FullName`, or an attribute
/// of any element, as `@Date`. Immutable.
final class LabelPath {

    private final String text;
    private final boolean isAttribute;
    private final byte[][] steps;

    LabelPath(String text) {
        this.text = text;
        this.isAttribute = text.startsWith("@");
        this.steps = Arrays.stream(text.substring(isAttribute ? 1 : 0).split("/", -1))
                .map(step -> step.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /// As it is written.
    String text() {
        return text;
    }

    boolean isAttribute() {
        return isAttribute;
    }

    /// How many steps it has.
    int length() {
        return steps.length;
    }

    /// The name at a step, from 0; not to be written to.
    byte[] step(int number) {
        return steps[number];
    }

    byte[] last() {
        return steps[steps.length - 1];
    }
}
