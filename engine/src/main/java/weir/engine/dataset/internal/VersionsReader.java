package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.Period.Term;
import weir.engine.dataset.Specification;
import weir.engine.dataset.internal.ChainReader.Version;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;
import weir.engine.yaml.YamlValue.Entry;

/// Makes the specification of every version: one chain of versions, or one for each term.
final class VersionsReader {

    private static final String TABLES = "tables";

    private final Folder folder;
    private final Section main;
    private final DatasetId dataset;
    private final Period.Kind kind;
    private final TableReader tables;
    private final Edition lists;
    private final Periods periods;

    /// @param lists has the code lists and no tables
    VersionsReader(Folder folder, Section main, DatasetId dataset, Period.Kind kind, TableReader tables, Edition lists) {
        this.folder = folder;
        this.main = main;
        this.dataset = dataset;
        this.kind = kind;
        this.tables = tables;
        this.lists = lists;
        this.periods = new Periods(folder, main, kind);
    }

    /// The versions, oldest first.
    List<Specification> read() {
        String source = tables.requiredSource(main);
        Set<String> tableFiles = new HashSet<>();
        List<Specification> versions = new ArrayList<>();
        if (kind == Period.Kind.TERM) {
            for (Entry entry : main.entries(TABLES)) {
                term(entry).ifPresent(term -> versions.addAll(ofTerm(term, entry, source, tableFiles)));
            }
        } else {
            versions.addAll(ofAll(source, tableFiles));
        }
        if (versions.isEmpty()) {
            main.fault(TABLES, "A dataset by term has the tables of each term under its name, as in autumn: [pupils].");
            versions.add(lists.specification(dataset, Period.ofYear(0), source, List.of()));
        }
        reportUnlisted(tableFiles);
        versions.sort(Comparator.comparing(Specification::since));
        return versions;
    }

    private List<Specification> ofAll(String source, Set<String> tableFiles) {
        Period first = periods.first();
        List<Word> names = main.words(TABLES);
        if (names.isEmpty()) {
            main.fault(TABLES, "A dataset has at least one table: add its name under 'tables'.");
        }
        ChainReader chain = new ChainReader(folder, dataset, List.of(TABLES), tables, lists);
        List<Specification> versions = chain.read(first, source, names, main.faults(), periods.later(first));
        tableFiles.addAll(chain.tableFiles());
        return versions;
    }

    private List<Specification> ofTerm(Term term, Entry entry, String source, Set<String> tableFiles) {
        Period first = periods.first(term);
        ChainReader chain = new ChainReader(
                folder, dataset, List.of(TABLES + "/" + term.word(), TABLES), tables, lists.withTheSameLists());
        List<Word> names = Section.words(entry, main.faults());
        List<Specification> versions = chain.read(first, source, names, main.faults(), periods.later(first));
        tableFiles.addAll(chain.tableFiles());
        return versions;
    }

    private Optional<Term> term(Entry entry) {
        return Periods.term(entry.key(), entry.line(), main.faults());
    }

    private void reportUnlisted(Set<String> read) {
        List<String> folders = new ArrayList<>(List.of(TABLES));
        for (Term term : Term.values()) {
            folders.add(TABLES + "/" + term.word());
        }
        for (String subfolder : folders) {
            for (String name : folder.namesIn(subfolder)) {
                String file = subfolder + "/" + name + ".yaml";
                if (!read.contains(file)) {
                    folder.faults(file)
                            .add(0, "No list of tables names this file: add it to dataset.yaml or to a version.");
                }
            }
        }
    }
}
