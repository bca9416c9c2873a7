package weir.engine.dataset.internal;

import java.util.List;
import java.util.Optional;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Identity;
import weir.engine.dataset.Layout;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.dataset.XmlReturn;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;

/// Reads how an XML return names itself.
final class XmlReturnReader {

    private static final TableName HEADER = new TableName("header");

    private final Section main;
    private final TableReader tables;

    XmlReturnReader(Section main, TableReader tables) {
        this.main = main;
        this.tables = tables;
    }

    /// Empty for a dataset that is not handed in as XML.
    ///
    /// @param versions the tables, which must stand in XML exactly when the dataset does
    Optional<XmlReturn> read(List<Specification> versions) {
        boolean isXml = main.has("xml");
        for (Table table : versions.getLast().tables()) {
            if (table.shape().isPresent() != isXml) {
                main.fault(isXml ? "xml" : "tables", "The table " + table.name() + (isXml
                        ? " has no 'element', so an XML return cannot hold it: add it to its file."
                        : " has an 'element', but the dataset has no 'xml': add it to dataset.yaml."));
            }
            table.shape().ifPresent(shape -> ShapeCheck.unusedGroups(table, shape).forEach(group -> main.fault(
                    "tables", "The group " + group + " of " + table.name() + " holds no field: correct its path, or remove it.")));
        }
        return main.section("xml", Language.XML).flatMap(this::xml);
    }

    private Optional<XmlReturn> xml(Section xml) {
        String root = xml.text("root");
        if (!xml.has("header")) {
            xml.fault("header", "'header' is missing: add the element that names the collection and the year.");
        }
        return xml.section("header", Language.XML_HEADER).flatMap(header -> header(root, header));
    }

    private Optional<XmlReturn> header(String root, Section section) {
        List<Field> fields = tables.fields(section.entries("fields"), tables.requiredSource(main), section.faults());
        RecordShape shape =
                new RecordShape(section.text("element"), new ShapeReader(section).groups(), Optional.empty());
        Table header = new Table(
                HEADER, "The return itself", fields, Identity.ofWholeRow(), "", "", Layout.ROWS, Optional.of(shape));
        ShapeCheck.reportUnkept(header, shape, section.line(), section.faults());
        Optional<FieldName> collection = field(section, "collection", header);
        Optional<FieldName> year = field(section, "year", header);
        Optional<FieldName> organisation = section.has("organisation") ? field(section, "organisation", header) : Optional.empty();
        if (collection.flatMap(header::field).filter(field -> field.type() instanceof FieldType.Category).isEmpty()) {
            section.fault("collection", "'collection' must be a field of type category, of the names the collection may have.");
        }
        return collection.isPresent() && year.isPresent()
                ? Optional.of(new XmlReturn(root, header, collection.get(), year.get(), organisation))
                : Optional.empty();
    }

    private static Optional<FieldName> field(Section section, String key, Table header) {
        String name = section.text(key);
        Optional<FieldName> found = header.fields().stream()
                .map(Field::name)
                .filter(field -> field.value().equals(name))
                .findFirst();
        if (found.isEmpty() && !name.isEmpty()) {
            section.fault(key, "The header has no field '" + name + "'."
                    + Nearest.question(name, TableCheck.fieldNames(header)));
        }
        return found;
    }
}
