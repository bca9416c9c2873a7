package weir.stream.registration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import weir.stream.sif.ObjectCursor;
import weir.stream.sif.UnreadableObject;

/// Reads one object, which is small and was validated, into its elements.
final class SifElementReader {

    private SifElementReader() {}

    /// The element of the object.
    /// @param xml the object in UTF-8
    /// @throws NotAnObject when it is not well-formed
    static SifElement read(byte[] xml) throws NotAnObject {
        SifElement around = new SifElement("", Map.of(), 0);
        Deque<SifElement> open = new ArrayDeque<>();
        open.push(around);
        ObjectCursor cursor = new ObjectCursor(xml, 0);
        try {
            while (cursor.next()) {
                SifElement holder = open.element();
                switch (cursor.part()) {
                    case START -> {
                        SifElement element = new SifElement(cursor.name(), attributes(cursor), cursor.start());
                        holder.add(element);
                        open.push(element);
                    }
                    case END -> open.pop().close(cursor.start(), cursor.end());
                    case TEXT, CDATA -> {
                        if (!cursor.isBlank()) {
                            holder.addText(cursor.characters());
                        }
                    }
                    case ASIDE -> {
                        // Comments and processing instructions say nothing of the object.
                    }
                }
            }
        } catch (UnreadableObject e) {
            throw new NotAnObject("it is not well-formed", e);
        }
        return around.only();
    }

    private static Map<String, String> attributes(ObjectCursor cursor) {
        Map<String, String> attributes = Map.of();
        while (cursor.nextAttribute()) {
            attributes = attributes.isEmpty() ? new HashMap<>(2) : attributes;
            attributes.put(withoutPrefix(cursor.attribute()), cursor.value());
        }
        return attributes;
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
