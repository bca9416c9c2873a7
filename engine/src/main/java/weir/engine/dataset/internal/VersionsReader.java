package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;
import weir.engine.yaml.YamlValue.Scalar;

/// Makes the specification of every version: the first from the tables, each later one from the one before it.
final class VersionsReader {

    private final Folder folder;
    private final Section main;
    private final DatasetId dataset;
    private final Period.Kind kind;
    private final TableReader tables;
    private final Edition edition;
    private final VersionReader reader;

    VersionsReader(
            Folder folder, Section main, DatasetId dataset, Period.Kind kind, TableReader tables, Edition edition) {
        this.folder = folder;
        this.main = main;
        this.dataset = dataset;
        this.kind = kind;
        this.tables = tables;
        this.edition = edition;
        this.reader = new VersionReader(folder, tables, edition);
    }

    List<Specification> read() {
        List<Specification> versions = new ArrayList<>();
        Period first = firstPeriod();
        String source = tables.requiredSource(main);
        readTables(source);
        Set<String> read = new LinkedHashSet<>(edition.tableNames());
        versions.add(edition.specification(dataset, first, source, List.of()));
        for (Version version : laterVersions(first)) {
            folder.section(version.file(), Language.VERSION).ifPresent(section -> versions.add(read(version, section)));
            read.addAll(edition.tableNames());
        }
        reportUnlisted(read);
        return versions;
    }

    private void readTables(String source) {
        if (main.words("tables").isEmpty()) {
            main.fault("tables", "A dataset has at least one table: add its name under 'tables'.");
        }
        for (Word name : main.words("tables")) {
            if (edition.table(name.text()).isPresent()) {
                main.faults().add(name.line(), "The table '" + name.text() + "' stands twice: remove one of them.");
            } else {
                reader.table(name.text(), name.line(), source, main.faults()).ifPresent(edition::add);
            }
        }
    }

    private Specification read(Version version, Section section) {
        String source = tables.requiredSource(section);
        List<String> reasons = reader.apply(section, source);
        return edition.specification(dataset, version.since(), source, reasons);
    }

    private Period firstPeriod() {
        if (kind == Period.Kind.NONE) {
            return Period.ofYear(0);
        }
        if (!main.has("first")) {
            main.fault("first", "'first' is missing: add the period from which the tables hold, as in 2017.");
        }
        Optional<Period> first = main.value("first")
                .flatMap(value -> value instanceof Scalar scalar ? Period.parse(scalar.text()) : Optional.empty());
        if (main.has("first") && first.filter(this::suits).isEmpty()) {
            main.fault("first", "'first' must be a period like " + example() + ".");
        }
        return first.orElse(Period.ofYear(0));
    }

    private List<Version> laterVersions(Period first) {
        List<Version> versions = new ArrayList<>();
        for (String name : folder.namesIn("versions")) {
            Version version = new Version("versions/" + name + ".yaml", Period.parse(name).orElse(first));
            if (kind == Period.Kind.NONE) {
                report(version, "A dataset without periods has one version: remove this file, or set 'period'.");
            } else if (Period.parse(name).filter(this::suits).isEmpty()) {
                report(version, "The file must be named by the period it holds from, as in " + example() + ".yaml.");
            } else if (version.since().compareTo(first) <= 0) {
                report(version, "This version is out of order: the first version holds from " + first + ".");
            } else {
                versions.add(version);
            }
        }
        versions.sort((a, b) -> a.since().compareTo(b.since()));
        return versions;
    }

    private void report(Version version, String sentence) {
        folder.faults(version.file()).add(0, sentence);
    }

    private boolean suits(Period period) {
        return switch (kind) {
            case NONE -> false;
            case YEAR -> period.month().isEmpty() && period.term().isEmpty();
            case MONTH -> period.term().isEmpty();
            case TERM -> period.month().isEmpty();
        };
    }

    private String example() {
        return switch (kind) {
            case NONE, YEAR -> "2019";
            case MONTH -> "2019-06";
            case TERM -> "2019-autumn";
        };
    }

    private void reportUnlisted(Set<String> read) {
        for (String name : folder.namesIn("tables")) {
            if (!read.contains(name)) {
                folder.faults("tables/" + name + ".yaml")
                        .add(0, "No list of tables names this file: add it to dataset.yaml or to a version.");
            }
        }
    }

    private record Version(String file, Period since) {}
}
