package weir.engine.dataset;

import java.util.List;
import java.util.Optional;

/// How a return that is handed in as XML names itself.
///
/// @param root         the name of the root element
/// @param header       the element that speaks of the return itself, as a table of one record
/// @param collection   the field of the header that names the collection: a category of the names it may have
/// @param year         the field of the header that says the year
/// @param organisation the field of the header that says the number of the organisation; empty when none does
public record XmlReturn(
        String root, Table header, FieldName collection, FieldName year, Optional<FieldName> organisation) {

    /// The names the collection may have.
    public List<String> collectionNames() {
        return header.field(collection)
                        .map(Field::type)
                        .filter(FieldType.Category.class::isInstance)
                        .map(FieldType.Category.class::cast)
                        .stream()
                        .flatMap(type -> type.codes().stream())
                        .map(Code::code)
                        .toList();
    }
}
