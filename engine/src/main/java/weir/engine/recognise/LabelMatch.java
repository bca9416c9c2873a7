package weir.engine.recognise;

import java.util.ArrayList;
import java.util.List;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Table;

/// How the labels of a vertical form and a table's fields fit together.
///
/// The fields must stand there in their order; any other text may stand between them. A label is a field's name, or, for
/// a name such as `Cognitive (Developmental*)`, what stands before the bracket.
public final class LabelMatch {

    private static final String CHILD_OF_A_PARENT = "*)";

    private LabelMatch() {}

    /// @param labels the texts of the labels, blanks included; a field's column is its place in this list
    public static HeaderMatch of(Table table, List<String> labels) {
        List<String> folded = labels.stream().map(FieldName::fold).toList();
        List<Integer> places = new ArrayList<>();
        int next = 0;
        for (Field field : table.fields()) {
            int place = find(FieldName.fold(field.name().value()), folded, next);
            places.add(place);
            next = place < 0 ? next : place + 1;
        }
        return new HeaderMatch(table, places, List.of(), List.of(), List.of());
    }

    private static int find(String name, List<String> labels, int from) {
        for (int i = from; i < labels.size(); i++) {
            if (isLabelOf(name, labels.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLabelOf(String name, String label) {
        if (label.equals(name)) {
            return true;
        }
        return name.endsWith(CHILD_OF_A_PARENT)
                && (label.equals(name.substring(0, name.lastIndexOf(" ("))) || label.equals(name.substring(0, name.indexOf(" ("))));
    }
}
