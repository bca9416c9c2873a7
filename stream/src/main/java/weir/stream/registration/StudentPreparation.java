package weir.stream.registration;

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

    /// Changes from the end of the text to its beginning, so that places stay right.
    private static final class Edit {

        private final SifElement root;
        private final StringBuilder text;
        private final String prefix;

        Edit(RegistrationObject object) {
            root = object.root();
            text = new StringBuilder(object.xml());
            String name = text.substring(root.start() + 1, text.indexOf(root.name(), root.start()));
            prefix = name.endsWith(":") ? name : "";
        }

        void plainYearLevel() {
            root.find(YEAR_LEVEL).ifPresent(level -> {
                YearLevel written = new YearLevel(level.text());
                if (!written.plain().equals(written)) {
                    int from = text.indexOf(">", level.start()) + 1;
                    text.replace(from, level.endTag(), written.plain().code());
                }
            });
        }

        void addId(PlatformStudentId id) {
            String element = "<" + prefix + "OtherId Type=\"" + ID_TYPE + "\">" + id.value() + "</" + prefix + "OtherId>";
            String list = "<" + prefix + "OtherIdList>" + element + "</" + prefix + "OtherIdList>";
            Optional<SifElement> blank = root.find(ID);
            Optional<SifElement> others = root.find(ID_LIST);
            if (blank.isPresent()) {
                replace(blank.get(), element);
            } else if (others.isPresent() && isEmptyTag(others.get())) {
                replace(others.get(), list);
            } else if (others.isPresent()) {
                text.insert(others.get().endTag(), element);
            } else {
                text.insert(root.find(PERSON).map(SifElement::start).orElse(root.endTag()), list);
            }
        }

        private void replace(SifElement element, String by) {
            text.replace(element.start(), element.end(), by);
        }

        private boolean isEmptyTag(SifElement element) {
            return text.charAt(element.end() - 2) == '/';
        }

        String text() {
            return text.toString();
        }
    }
}
