package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;

/// Makes the versions that follow one another: the first from its tables, each later one from the one before it.
final class ChainReader {

    private final Folder folder;
    private final DatasetId dataset;
    private final TableReader tables;
    private final Edition edition;
    private final VersionReader reader;

    ChainReader(Folder folder, DatasetId dataset, List<String> tableFolders, TableReader tables, Edition edition) {
        this.folder = folder;
        this.dataset = dataset;
        this.tables = tables;
        this.edition = edition;
        this.reader = new VersionReader(folder, tableFolders, tables, edition);
    }

    /// A version's file and the period it holds from.
    record Version(String file, Period since) {}

    /// @param names the names of the tables of the first version
    /// @param later the later versions, oldest first
    List<Specification> read(Period first, String source, List<Word> names, Faults faults, List<Version> later) {
        for (Word name : names) {
            if (edition.table(name.text()).isPresent()) {
                faults.add(name.line(), "The table '" + name.text() + "' stands twice: remove one of them.");
            } else {
                reader.table(name.text(), name.line(), source, faults).ifPresent(edition::add);
            }
        }
        List<Specification> versions = new ArrayList<>();
        versions.add(edition.specification(dataset, first, source, List.of()));
        for (Version version : later) {
            folder.section(version.file(), Language.VERSION).ifPresent(section -> versions.add(read(version, section)));
        }
        return versions;
    }

    private Specification read(Version version, Section section) {
        String source = tables.requiredSource(section);
        List<String> reasons = reader.apply(section, source);
        return edition.specification(dataset, version.since(), source, reasons);
    }

    /// The files of tables that were read.
    Set<String> tableFiles() {
        return reader.tableFiles();
    }
}
