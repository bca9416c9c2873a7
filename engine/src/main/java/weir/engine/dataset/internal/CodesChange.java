package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.Code;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;

/// Applies a version's change to a named list of codes.
final class CodesChange {

    private final Edition edition;
    private final Section change;
    private final CodeReader reader;

    CodesChange(Edition edition, Section change) {
        this.edition = edition;
        this.change = change;
        this.reader = new CodeReader(change.faults());
    }

    /// @param listNames the names of all lists
    /// @param source    where the change is published
    void apply(Set<String> listNames, String source) {
        String name = change.text("codes");
        if (!edition.hasList(name)) {
            change.fault("codes", "codes.yaml has no list '" + name + "'." + Nearest.question(name, listNames));
            return;
        }
        if (!change.has("add") && !change.has("remove") && !change.has("replace")) {
            change.fault("codes", "This change changes nothing: give 'add', 'remove' or 'replace'.");
        }
        if (change.has("replace") && (change.has("add") || change.has("remove"))) {
            change.fault("replace", "'replace' stands for the whole list: do not give 'add' or 'remove' with it.");
        }
        edition.change(name, changed(edition.list(name)), source);
    }

    private List<Code> changed(List<Code> codes) {
        if (change.has("replace")) {
            return change.value("replace").map(reader::list).orElse(codes);
        }
        List<Code> changed = new ArrayList<>(codes);
        remove(changed);
        List<Code> added = change.value("add").map(reader::codes).orElse(List.of());
        changed.addAll(positionOfAdded(changed), added);
        reader.checkDistinct(changed, change.line());
        return changed;
    }

    private void remove(List<Code> codes) {
        Set<String> removed = new HashSet<>();
        for (Word word : change.words("remove")) {
            if (codes.stream().anyMatch(code -> code.code().equals(word.text()))) {
                removed.add(word.text());
            } else {
                change.faults().add(word.line(), noSuchCode(word.text(), codes));
            }
        }
        codes.removeIf(code -> removed.contains(code.code()));
    }

    private int positionOfAdded(List<Code> codes) {
        Optional<Word> after = change.words("after").stream().findFirst();
        if (after.isEmpty()) {
            return codes.size();
        }
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).code().equals(after.get().text())) {
                return i + 1;
            }
        }
        change.fault("after", noSuchCode(after.get().text(), codes));
        return codes.size();
    }

    private static String noSuchCode(String code, List<Code> codes) {
        return "The list has no code '" + code + "' in this version."
                + Nearest.question(code, codes.stream().map(Code::code).toList());
    }
}
