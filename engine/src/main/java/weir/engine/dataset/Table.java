package weir.engine.dataset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The specification of one table: records of one shape.
///
/// @param name     its name
/// @param title    what its records are, in words
/// @param fields   its fields in the order of outputs
/// @param identity when two rows are one record
/// @param repair   the name of the repair that mends its records across periods; empty for none
/// @param source   where its rules are published
/// @param layout   how its records stand in a file
/// @param shape    how its records stand in an XML return; empty for a table of rows and columns
public record Table(
        TableName name,
        String title,
        List<Field> fields,
        Identity identity,
        String repair,
        String source,
        Layout layout,
        Optional<RecordShape> shape) {

    public Table {
        fields = List.copyOf(fields);
    }

    /// A table whose records stand in rows.
    public Table(TableName name, String title, List<Field> fields, Identity identity, String repair, String source) {
        this(name, title, fields, identity, repair, source, Layout.ROWS, Optional.empty());
    }

    /// The same table with other fields.
    public Table withFields(List<Field> changed) {
        return new Table(name, title, changed, identity, repair, source, layout, shape);
    }

    /// The same table with another identity.
    public Table withIdentity(Identity changed) {
        return new Table(name, title, fields, changed, repair, source, layout, shape);
    }

    /// The same table with records of another shape.
    public Table withShape(RecordShape changed) {
        return new Table(name, title, fields, identity, repair, source, layout, Optional.of(changed));
    }

    /// The position of a field, counted from 0.
    public OptionalInt indexOf(FieldName field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().matches(field.value())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public Optional<Field> field(FieldName field) {
        OptionalInt index = indexOf(field);
        return index.isPresent() ? Optional.of(fields.get(index.getAsInt())) : Optional.empty();
    }
}
