package weir.stream.registration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a validated student becomes before it goes on: the four finer forms of an ungraded year level are `UG`, and a student
/// without the platform's id gets one. All other text stays as it is, character by character.
///
/// Source: facts of stream, section 5.6.
public final class StudentPreparation {

    private static final String ID_TYPE = "NAPPlatformStudentId";
    private static final SifPath ID = SifPath.of("OtherIdList/OtherId[@Type='" + ID_TYPE + "']");
    private static final SifPath ID_LIST = SifPath.of("OtherIdList");
    private static final SifPath PERSON = SifPath.of("PersonInfo");
    private static final SifPath YEAR_LEVEL = SifPath.of("MostRecent/YearLevel/Code");

    private final Optional<Supplier<PlatformStudentId>> ids;

    private StudentPreparation(Optional<Supplier<PlatformStudentId>> ids) {
        this.ids = ids;
    }

    /// Gives ids to students that have none.
    public static StudentPreparation withIds(Supplier<PlatformStudentId> ids) {
        return new StudentPreparation(Optional.of(ids));
    }

    /// Leaves the platform's ids alone.
    public static StudentPreparation withoutIds() {
        return new StudentPreparation(Optional.empty());
    }

    /// The object's text, prepared. A member of staff stays as it is.
    public String prepare(RegistrationObject object) {
        if (!object.isStudent()) {
            return object.xml();
        }
        Edit edit = new Edit(object);
        edit.plainYearLevel();
        if (ids.isPresent() && object.value("PlatformId").isEmpty()) {
            edit.addId(ids.get().get());
        }
        return edit.text();
    }

    /// What stands from one byte of the text to another becomes something else.
    private record Change(int from, int to, String by) {}

    private static final class Edit {

        private static final int ROOM = 256;

        private final SifElement root;
        private final String prefix;
        private final byte[] text;
        private final List<Change> changes = new ArrayList<>();

        Edit(RegistrationObject object) {
            root = object.root();
            text = object.xml().getBytes(StandardCharsets.UTF_8);
            prefix = prefix();
        }

        private String prefix() {
            int from = root.start() + 1;
            int to = from;
            while (text[to] != '>' && text[to] != '/' && text[to] > ' ') {
                to++;
            }
            String name = new String(text, from, to - from, StandardCharsets.UTF_8);
            return name.substring(0, name.indexOf(':') + 1);
        }

        void plainYearLevel() {
            root.find(YEAR_LEVEL).ifPresent(level -> {
                YearLevel written = new YearLevel(level.text());
                if (!written.plain().equals(written)) {
                    replace(level.start(), level.end(),
                            "<" + prefix + "Code>" + written.plain().code() + "</" + prefix + "Code>");
                }
            });
        }

        void addId(PlatformStudentId id) {
            String element = "<" + prefix + "OtherId Type=\"" + ID_TYPE + "\">" + id.value() + "</" + prefix + "OtherId>";
            String list = "<" + prefix + "OtherIdList>" + element + "</" + prefix + "OtherIdList>";
            if (isEmptyTag(root)) {
                return;
            }
            Optional<SifElement> blank = root.find(ID);
            Optional<SifElement> others = root.find(ID_LIST);
            if (blank.isPresent()) {
                replace(blank.get().start(), blank.get().end(), element);
            } else if (others.isPresent() && isEmptyTag(others.get())) {
                replace(others.get().start(), others.get().end(), list);
            } else {
                int place = others.map(SifElement::endTag)
                        .or(() -> root.find(PERSON).map(SifElement::start))
                        .orElse(root.endTag());
                replace(place, place, others.isPresent() ? element : list);
            }
        }

        private void replace(int from, int to, String by) {
            changes.add(new Change(from, to, by));
        }

        private boolean isEmptyTag(SifElement element) {
            return text[element.end() - 2] == '/';
        }

        String text() {
            changes.sort(Comparator.comparingInt(Change::from));
            ByteArrayOutputStream changed = new ByteArrayOutputStream(text.length + ROOM);
            int at = 0;
            for (Change change : changes) {
                changed.write(text, at, change.from() - at);
                changed.writeBytes(change.by().getBytes(StandardCharsets.UTF_8));
                at = change.to();
            }
            changed.write(text, at, text.length - at);
            return changed.toString(StandardCharsets.UTF_8);
        }
    }
}
