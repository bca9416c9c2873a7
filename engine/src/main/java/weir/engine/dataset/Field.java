package weir.engine.dataset;

import java.util.List;
import java.util.regex.Pattern;

/// One field of a table.
///
/// @param name           its name in headers and outputs
/// @param title          what it is, in words
/// @param type           what it may hold
/// @param isRequired     whether a blank cell is an error
/// @param alsoNamed      other headers that mean this field, matched without regard to case
/// @param headerPatterns regular expressions for headers that mean this field
/// @param element        where it stands in an XML return
/// @param source         where its rule is published
public record Field(
        FieldName name,
        String title,
        FieldType type,
        boolean isRequired,
        List<String> alsoNamed,
        List<Pattern> headerPatterns,
        ElementPlace element,
        String source) {

    public Field {
        alsoNamed = List.copyOf(alsoNamed);
        headerPatterns = List.copyOf(headerPatterns);
    }

    /// A field of tables.
    public Field(
            FieldName name,
            String title,
            FieldType type,
            boolean isRequired,
            List<String> alsoNamed,
            List<Pattern> headerPatterns,
            String source) {
        this(name, title, type, isRequired, alsoNamed, headerPatterns, ElementPlace.NOWHERE, source);
    }

    /// The same field under another name.
    public Field withName(FieldName other) {
        return new Field(other, title, type, isRequired, alsoNamed, headerPatterns, element, source);
    }

    /// The same field of another type.
    public Field withType(FieldType other) {
        return new Field(name, title, other, isRequired, alsoNamed, headerPatterns, element, source);
    }

    /// The same field, its rule published elsewhere.
    public Field withSource(String other) {
        return new Field(name, title, type, isRequired, alsoNamed, headerPatterns, element, other);
    }

    /// Whether a header, folded by [FieldName#fold], is this field's name or a synonym.
    public boolean isNamed(String folded) {
        return FieldName.fold(name.value()).equals(folded)
                || alsoNamed.stream().anyMatch(also -> FieldName.fold(also).equals(folded));
    }

    /// Whether a pattern of this field matches the whole of a header.
    public boolean isLike(String header) {
        return headerPatterns.stream().anyMatch(pattern -> pattern.matcher(header.strip()).matches());
    }
}
