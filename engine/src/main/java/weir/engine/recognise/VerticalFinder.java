package weir.engine.recognise;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Layout;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;

/// Finds out whether a file is one vertical form, and which: from the names of its sheets and its own name.
public final class VerticalFinder {

    private final Catalogue datasets;

    /// @param datasets what the file may be
    public VerticalFinder(Catalogue datasets) {
        this.datasets = datasets;
    }

    /// What a file turned out to be.
    public sealed interface Finding {

        /// No vertical form.
        record None() implements Finding {}

        /// One form. @param sheet the name of the sheet that holds it; empty for a file without sheets
        record Found(Dataset dataset, TableName table, String sheet) implements Finding {}

        /// The file's name fits several forms.
        record Ambiguous(List<String> names) implements Finding {}

        /// The file's name fits none. @param names what it may hold
        record Unknown(List<String> names) implements Finding {}

        /// The workbook lacks the sheet of the form its name fits.
        record WithoutSheet(String sheet) implements Finding {}
    }

    /// @param stated the dataset the sender named
    /// @param table  the table the sender named
    /// @param path   the path as the user knows it, with `/` between folders
    /// @param sheets the names of the file's sheets; none for a file without sheets
    public Finding find(Optional<DatasetId> stated, Optional<TableName> table, String path, List<String> sheets) {
        for (DatasetId id : datasets.ids()) {
            if (!datasets.outline(id).hasForms() || sheets.isEmpty() && !isNamed(id, stated, path)) {
                continue;
            }
            Dataset dataset = datasets.dataset(id);
            List<Table> forms = forms(dataset);
            if (!forms.isEmpty() && isClaimed(dataset, forms, stated, path, sheets)) {
                return find(dataset, forms, table, path.substring(path.lastIndexOf('/') + 1), sheets);
            }
        }
        return new Finding.None();
    }

    private static List<Table> forms(Dataset dataset) {
        return dataset.latest().tables().stream().filter(table -> table.layout() instanceof Layout.Vertical).toList();
    }

    /// A sheet of the form's name, or the name of the dataset where all its tables are forms.
    private static boolean isClaimed(
            Dataset dataset, List<Table> forms, Optional<DatasetId> stated, String path, List<String> sheets) {
        return isNamed(dataset.id(), stated, path) && forms.size() == dataset.latest().tables().size()
                || forms.stream().anyMatch(form -> sheet(vertical(form).sheet(), sheets).isPresent());
    }

    private static boolean isNamed(DatasetId id, Optional<DatasetId> stated, String path) {
        return stated.filter(id::equals).isPresent()
                || PathNames.ask(path, name -> PathNames.words(name).contains(id.value())
                        ? Optional.of(true)
                        : Optional.<Boolean>empty()).isPresent();
    }

    private static Finding find(
            Dataset dataset, List<Table> forms, Optional<TableName> stated, String fileName, List<String> sheets) {
        List<Table> named = forms.stream()
                .filter(form -> stated.map(form.name()::equals).orElseGet(() -> isIn(fileName, vertical(form).fileName())))
                .toList();
        if (named.size() != 1) {
            List<String> names = forms.stream().map(form -> vertical(form).fileName()).toList();
            return named.isEmpty() ? new Finding.Unknown(names) : new Finding.Ambiguous(names);
        }
        String wanted = vertical(named.getFirst()).sheet();
        Optional<String> sheet = sheets.isEmpty() ? Optional.of("") : sheet(wanted, sheets);
        return sheet.<Finding>map(name -> new Finding.Found(dataset, named.getFirst().name(), name))
                .orElseGet(() -> new Finding.WithoutSheet(wanted));
    }

    private static Layout.Vertical vertical(Table form) {
        return (Layout.Vertical) form.layout();
    }

    private static Optional<String> sheet(String wanted, List<String> sheets) {
        return sheets.stream().filter(sheet -> sheet.strip().equalsIgnoreCase(wanted)).findFirst();
    }

    /// Whether a file's name holds a piece that no letter or digit touches.
    private static boolean isIn(String fileName, String piece) {
        return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(piece) + "(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE)
                .matcher(fileName)
                .find();
    }
}
