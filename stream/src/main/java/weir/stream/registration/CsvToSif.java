package weir.stream.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import weir.stream.csv.CsvRow;

/// Makes a row a document with one object of the registration.
///
/// The object says in four comments which row of which file it was. A cell that is blank has no element, a column that is
/// missing has its default; no cell can break the XML. Safe for several threads.
/// Source: facts of stream, sections 2.6 and 5.3.
public final class CsvToSif {

    /// The namespace of the Australian data model that the registration speaks.
    public static final String NAMESPACE = "http://www.sifassociation.org/au/datamodel/3.4";

    private static final String INDENT = "  ";
    private static final int ROOT_DEPTH = 2;

    private final RegistrationForm form;
    private final Map<RegistrationForm.Place, Set<String>> companions;

    public CsvToSif(RegistrationForm form) {
        this.form = form;
        this.companions = form.places().stream()
                .filter(place -> place.column().isEmpty())
                .collect(Collectors.toMap(place -> place, this::columnsBeside));
    }

    private Set<String> columnsBeside(RegistrationForm.Place fixed) {
        List<SifPath.Step> holders = fixed.path().holders();
        return form.places().stream()
                .filter(place -> place.column().isPresent())
                .filter(place -> place.path().steps().size() > holders.size())
                .filter(place -> place.path().steps().subList(0, holders.size()).equals(holders))
                .flatMap(place -> place.column().stream())
                .collect(Collectors.toSet());
    }

    /// The document: a collection with one object.
    /// @param refId of the new object
    public String document(CsvRow row, UUID refId) {
        StringBuilder xml = new StringBuilder(4_096);
        String type = form.objectType();
        xml.append('<').append(type).append("s xmlns=\"").append(NAMESPACE).append("\">\n");
        xml.append(INDENT).append('<').append(type).append(" RefId=\"").append(refId).append("\">\n");
        row.origin().ifPresent(origin -> xml.append(origin.comments()).append('\n'));
        new Elements(xml).add(row);
        xml.append(INDENT).append("</").append(type).append(">\n</").append(type).append("s>\n");
        return xml.toString();
    }

    /// Writes values in the order of the form and opens and closes what holds them.
    private final class Elements {

        private final StringBuilder xml;
        private List<SifPath.Step> open = List.of();

        Elements(StringBuilder xml) {
            this.xml = xml;
        }

        void add(CsvRow row) {
            for (RegistrationForm.Place place : form.places()) {
                String value = place.column().map(column -> form.value(row, column)).orElseGet(() ->
                        companions.getOrDefault(place, Set.of()).stream().anyMatch(row::has) ? place.text() : "");
                if (!value.isEmpty()) {
                    moveTo(place.path().holders());
                    addLeaf(place.path().leaf(), value);
                }
            }
            moveTo(List.of());
        }

        private void moveTo(List<SifPath.Step> holders) {
            int same = 0;
            while (same < open.size() && same < holders.size() && open.get(same).equals(holders.get(same))) {
                same++;
            }
            for (int i = open.size() - 1; i >= same; i--) {
                indent(i).append("</").append(open.get(i).name()).append(">\n");
            }
            for (int i = same; i < holders.size(); i++) {
                openTag(i, holders.get(i)).append('\n');
            }
            open = new ArrayList<>(holders);
        }

        private void addLeaf(SifPath.Step leaf, String value) {
            openTag(open.size(), leaf);
            SifText.addTo(xml, value);
            xml.append("</").append(leaf.name()).append(">\n");
        }

        private StringBuilder openTag(int depth, SifPath.Step step) {
            indent(depth).append('<').append(step.name());
            step.attributes().forEach((name, value) -> xml.append(' ').append(name).append("=\"").append(value).append('"'));
            return xml.append('>');
        }

        private StringBuilder indent(int depth) {
            return xml.repeat(INDENT, depth + ROOT_DEPTH);
        }
    }
}
