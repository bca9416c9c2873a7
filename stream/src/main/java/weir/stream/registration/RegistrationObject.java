package weir.stream.registration;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import weir.stream.message.CsvOrigin;

/// A student or a member of staff as an object says it, read once. Its values bear the names of the columns of its form.
/// Immutable; holds values of a record.
public final class RegistrationObject {

    private final String xml;
    private final RegistrationForm form;
    private final SifElement root;
    private final Optional<CsvOrigin> origin;
    private final Map<String, String> values = new HashMap<>();

    private RegistrationObject(String xml, RegistrationForm form, SifElement root, Optional<CsvOrigin> origin) {
        this.xml = xml;
        this.form = form;
        this.root = root;
        this.origin = origin;
        for (String column : form.columns()) {
            root.find(form.path(column)).map(SifElement::text).ifPresent(text -> values.put(column, text));
        }
    }

    /// The object of a message; empty when it is neither a student nor a member of staff.
    /// @param xml one validated object, without the header of its message
    /// @throws NotAnObject when it is not well-formed
    public static Optional<RegistrationObject> read(String xml) throws NotAnObject {
        SifElement root = SifElementReader.read(xml.getBytes(StandardCharsets.UTF_8));
        return Stream.of(RegistrationForm.STUDENT, RegistrationForm.STAFF)
                .filter(form -> form.objectType().equals(root.name()))
                .findFirst()
                .map(form -> new RegistrationObject(xml, form, root, CsvOrigin.of(xml)));
    }

    /// The object as it was read.
    public String xml() {
        return xml;
    }

    public RegistrationForm form() {
        return form;
    }

    public boolean isStudent() {
        return form == RegistrationForm.STUDENT;
    }

    public String refId() {
        return root.attribute("RefId").orElse("");
    }

    /// The row it was made from; empty when it came as XML.
    public Optional<CsvOrigin> origin() {
        return origin;
    }

    /// The value at the place of a column, white space put together; empty when the object has none.
    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    /// What an error says of the object: its row of CSV, or all of it.
    String described(String finding) {
        return origin.map(row -> "CSV line " + row.line() + ": " + finding + "\n" + row.content())
                .orElseGet(() -> finding + "\n" + xml);
    }

    SifElement root() {
        return root;
    }

    @Override
    public String toString() {
        return form + "[" + origin.map(CsvOrigin::toString).orElse("as XML") + "]";
    }
}
