package weir.engine.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import weir.engine.clean.RecordReader;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.XmlReturn;
import weir.engine.format.XmlRecord;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.organisation.Organisation;

/// Tells which dataset an XML file is of: from what the sender said, then the root element, then the collection that its
/// header names, and where it has no header, from its first record.
final class XmlRecogniser {

    private final List<Dataset> datasets;

    /// @param datasets what the file may be, as far as the sender has said; only such as are XML
    XmlRecogniser(List<Dataset> datasets) {
        this.datasets = List.copyOf(datasets);
    }

    /// The datasets whose root element it is.
    List<Dataset> ofRoot(String root) {
        return datasets.stream().filter(dataset -> xml(dataset).root().equals(root)).toList();
    }

    Issue foreignRoot(Place place) {
        String roots = datasets.stream().map(dataset -> xml(dataset).root()).distinct().collect(Collectors.joining(" or "));
        return Issue.error(IssueCode.XML_ROOT_FOREIGN, place.line(1), roots.isEmpty() ? "CSV or a workbook" : roots);
    }

    /// The elements that hold records and are none: `Children` of `Children/Child`.
    static List<String> containers(List<Dataset> candidates) {
        return candidates.stream()
                .flatMap(XmlRecogniser::elements)
                .flatMap(path -> Stream.iterate(parent(path), step -> !step.isEmpty(), XmlRecogniser::parent))
                .distinct()
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static Stream<String> elements(Dataset dataset) {
        return dataset.versions().stream()
                .map(Specification::tables)
                .flatMap(List::stream)
                .flatMap(table -> table.shape().stream())
                .map(RecordShape::element);
    }

    /// The header, when the file begins with one.
    static Optional<XmlRecord> header(List<Dataset> candidates, List<XmlRecord> first) {
        return first.stream().limit(1).filter(record -> candidates.stream()
                        .anyMatch(dataset -> shape(xml(dataset).header()).element().equals(record.path())))
                .findFirst();
    }

    /// The dataset; empty when the header names another collection, or nothing tells.
    static Optional<Dataset> dataset(List<Dataset> candidates, Optional<XmlRecord> header, List<XmlRecord> first) {
        for (Dataset dataset : candidates) {
            Optional<String> collection = header.flatMap(record -> text(record, xml(dataset)));
            boolean isIt = collection.isPresent()
                    ? xml(dataset).collectionNames().stream().anyMatch(collection.get()::equalsIgnoreCase)
                    : first.stream().anyMatch(record -> elements(dataset).anyMatch(record.path()::equals));
            if (isIt) {
                return Optional.of(dataset);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(XmlRecord header, XmlReturn xml) {
        return xml.header().field(xml.collection()).stream()
                .flatMap(field -> field.element().paths().stream())
                .flatMap(path -> header.textOf(path).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    static Issue foreignCollection(List<Dataset> candidates, Place place) {
        String names = candidates.stream()
                .flatMap(dataset -> xml(dataset).collectionNames().stream())
                .distinct()
                .collect(Collectors.joining(" or "));
        return Issue.error(IssueCode.XML_COLLECTION_FOREIGN, place, names);
    }

    /// The warning of a header that is about another year than the file.
    static Issue contradiction(Place place, int year) {
        return Issue.warning(IssueCode.YEAR_CONTRADICTED, place, String.format(Locale.ROOT, "%d", year));
    }

    /// The warning of a header that names another organisation than the sender.
    static Issue foreignOrganisation(Place place, Organisation sender) {
        return Issue.warning(IssueCode.ORGANISATION_CONTRADICTED, place, sender.number() + ", that of " + sender.name());
    }

    static XmlReturn xml(Dataset dataset) {
        return dataset.xml().orElseThrow();
    }

    static RecordShape shape(Table table) {
        return table.shape().orElseThrow();
    }

    static RecordReader reader(Table table) {
        return new RecordReader(table, shape(table));
    }
}
