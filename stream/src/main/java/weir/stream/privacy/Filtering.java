package weir.stream.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import weir.stream.privacy.internal.RuleStates;
import weir.stream.privacy.internal.RuleStates.AttributeRules;
import weir.stream.privacy.internal.RuleStates.State;
import weir.stream.sif.ObjectCursor;
import weir.stream.sif.ObjectCursor.Part;

/// The filtering of one object. For one thread.
final class Filtering {

    private static final byte[] PROLOG = "<?xml version=\"1.0\"?>\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final byte[][] replacements;
    private final byte[] xml;
    private final int from;
    private final ObjectCursor cursor;
    private final Copy[] copies = new Copy[Rating.values().length];
    private State[] open = new State[32];
    private boolean isReplaced;

    Filtering(RuleStates states, byte[][] replacements, byte[] xml, int from) {
        this.replacements = replacements;
        this.xml = xml;
        this.from = from;
        this.cursor = new ObjectCursor(xml, from);
        open[0] = states.start();
        Arrays.setAll(copies, _ -> new Copy(xml, from));
    }

    byte[][] levels() {
        while (cursor.next()) {
            switch (cursor.part()) {
                case START -> start();
                case END -> isReplaced = false;
                case TEXT, CDATA -> text();
                case ASIDE -> drop();
            }
        }
        byte[] whole = Arrays.copyOf(PROLOG, PROLOG.length + xml.length - from);
        System.arraycopy(xml, from, whole, PROLOG.length, xml.length - from);
        byte[][] levels = new byte[copies.length + 1][];
        levels[0] = whole;
        for (int level = 0; level < copies.length; level++) {
            levels[level + 1] = copies[level].isUntouched() ? whole : copies[level].end();
        }
        return levels;
    }

    private void start() {
        isReplaced = false;
        int depth = cursor.depth();
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        State state = open[depth - 1].child(cursor);
        open[depth] = state;
        if (!state.attributes().isEmpty()) {
            while (cursor.nextAttribute()) {
                attribute(state);
            }
        }
    }

    private void attribute(State state) {
        for (AttributeRules attribute : state.attributes()) {
            if (cursor.isAttribute(attribute.name()) && cursor.valueEnd() > cursor.valueStart()) {
                for (int level = 0; level < copies.length; level++) {
                    int rule = attribute.rule()[level];
                    if (rule >= 0) {
                        copies[level].replace(cursor.valueStart(), cursor.valueEnd(), replacements[rule]);
                    }
                }
            }
        }
    }

    /// Characters that a comment or a CDATA section divides are one text, replaced once.
    private void text() {
        State state = open[cursor.depth()];
        if (!state.hasTextRule() || cursor.part() == Part.TEXT && cursor.isBlank()) {
            return;
        }
        for (int level = 0; level < copies.length; level++) {
            int rule = state.textRule(level);
            if (rule >= 0) {
                copies[level].replace(cursor.start(), cursor.end(), isReplaced ? NOTHING : replacements[rule]);
            }
        }
        isReplaced = true;
    }

    private void drop() {
        for (Copy copy : copies) {
            copy.replace(cursor.start(), cursor.end(), NOTHING);
        }
    }

    /// A copy of the object with parts replaced, in the order of the object.
    private static final class Copy {

        private final byte[] xml;
        private final int from;
        private byte[] bytes = NOTHING;
        private int length;
        /// Up to where the object is in the copy.
        private int done;

        Copy(byte[] xml, int from) {
            this.xml = xml;
            this.from = from;
            this.done = from;
        }

        boolean isUntouched() {
            return bytes.length == 0;
        }

        void replace(int start, int end, byte[] with) {
            if (isUntouched()) {
                bytes = Arrays.copyOf(PROLOG, PROLOG.length + xml.length - from + 512);
                length = PROLOG.length;
            }
            put(xml, done, start);
            put(with, 0, with.length);
            done = end;
        }

        byte[] end() {
            put(xml, done, xml.length);
            return Arrays.copyOf(bytes, length);
        }

        private void put(byte[] source, int start, int end) {
            int count = end - start;
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * (length + count));
            }
            System.arraycopy(source, start, bytes, length, count);
            length += count;
        }
    }
}
