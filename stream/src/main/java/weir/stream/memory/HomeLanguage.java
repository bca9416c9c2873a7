package weir.stream.memory;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import weir.stream.sif.ObjectCursor;
import weir.stream.sif.UnreadableObject;

/// The first language of a contact: the code of the language of type 1 in its list of languages, as a word where clients know
/// one. Source: section 1.4 of the facts of NIAS.
final class HomeLanguage {

    private static final Map<String, String> WORDS = Map.of(
            "1201", "English", "7100", "Chinese, nfd", "2201", "Greek", "5203", "Hindi", "9601", "Klingon");
    private static final byte[] LIST = bytes("LanguageList");
    private static final byte[] LANGUAGE = bytes("Language");
    private static final byte[] CODE = bytes("Code");
    private static final byte[] TYPE = bytes("LanguageType");
    private static final String FIRST = "1";

    private final ObjectCursor cursor;
    private final StringBuilder text = new StringBuilder();
    private int lists;
    private String code = "";
    private String type = "";

    private HomeLanguage(byte[] xml) {
        this.cursor = new ObjectCursor(xml, 0);
    }

    /// @param xml the object of a contact
    static Optional<String> of(String xml) {
        try {
            return new HomeLanguage(xml.getBytes(StandardCharsets.UTF_8)).find();
        } catch (UnreadableObject e) {
            return Optional.empty();
        }
    }

    private Optional<String> find() {
        while (cursor.next()) {
            switch (cursor.part()) {
                case START -> start();
                case TEXT, CDATA -> text.append(cursor.characters());
                case END -> end();
                case ASIDE -> {
                    // says nothing
                }
            }
            if (type.equals(FIRST) && !code.isEmpty()) {
                return Optional.of(WORDS.getOrDefault(code, code));
            }
        }
        return Optional.empty();
    }

    private void start() {
        text.setLength(0);
        if (cursor.isNamed(LIST)) {
            lists++;
        } else if (cursor.isNamed(LANGUAGE)) {
            code = "";
            type = "";
        }
    }

    private void end() {
        if (lists > 0 && cursor.isNamed(CODE)) {
            code = text.toString().strip();
        } else if (lists > 0 && cursor.isNamed(TYPE)) {
            type = text.toString().strip();
        } else if (cursor.isNamed(LIST)) {
            lists--;
        }
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
