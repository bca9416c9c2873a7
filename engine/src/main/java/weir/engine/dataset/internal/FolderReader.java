package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Part;
import weir.engine.dataset.Period;
import weir.engine.dataset.Problem;
import weir.engine.dataset.Source;
import weir.engine.dataset.Specification;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.internal.KnownTables.Known;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Items;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads a whole dataset folder: `dataset.yaml`, `codes.yaml`, `tables/`, `versions/` and `use-cases/`.
public final class FolderReader {

    private static final String MAIN_FILE = "dataset.yaml";

    private final Folder folder;

    public FolderReader(Folder folder) {
        this.folder = folder;
    }

    /// @throws FaultySpecification with every problem found
    public Dataset read() {
        if (!folder.has(MAIN_FILE)) {
            throw new FaultySpecification(List.of(
                    new Problem(folder.name() + "/" + MAIN_FILE, 0, "There is no dataset.yaml: write it, or correct the folder.")));
        }
        Optional<Dataset> dataset = folder.section(MAIN_FILE, Language.DATASET).flatMap(this::dataset);
        if (dataset.isEmpty() || !folder.problems().isEmpty()) {
            throw new FaultySpecification(folder.problems());
        }
        return dataset.get();
    }

    private Optional<Dataset> dataset(Section main) {
        Optional<DatasetId> id = id(main);
        String title = main.text("title");
        Period.Kind kind = kind(main);
        List<Source> sources = sources(main);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Edition edition = codeLists();
        Set<String> sourceNames = sources.stream().map(Source::id).collect(Collectors.toCollection(LinkedHashSet::new));
        TableReader tables = new TableReader(sourceNames, edition.listNames());
        List<Specification> versions = new VersionsReader(folder, main, id.get(), kind, tables, edition).read();
        return Optional.of(new Dataset(
                id.get(),
                title,
                kind,
                new DatedPeriodReader(main).read(kind, versions),
                part(main),
                last(main),
                new XmlReturnReader(main, tables).read(versions),
                sources,
                main.texts("sheets"),
                versions,
                useCases(main, versions)));
    }

    private Optional<DatasetId> id(Section main) {
        String text = main.text("dataset");
        if (!text.equals(folder.name())) {
            main.fault("dataset", "The dataset must have the name of its folder, '" + folder.name() + "'.");
        }
        return Names.dataset(folder.name(), main.line("dataset"), main.faults());
    }

    private static Period.Kind kind(Section main) {
        List<String> words = Arrays.stream(Period.Kind.values()).map(Period.Kind::word).toList();
        return main.word("period", words)
                .map(word -> Period.Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Period.Kind.YEAR);
    }

    private static Part part(Section main) {
        List<String> words = Arrays.stream(Part.Kind.values())
                .filter(kind -> kind != Part.Kind.NONE)
                .map(Part.Kind::word)
                .toList();
        return main.section("part", Language.PART)
                .flatMap(section -> section.word("is", words)
                        .map(word -> Part.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .map(kind -> new Part(kind, section.flag("required"))))
                .orElse(Part.NONE);
    }

    private static Optional<Period> last(Section main) {
        Optional<Period> last = main.value("last")
                .flatMap(value -> value instanceof Scalar scalar ? Period.parse(scalar.text()) : Optional.empty());
        if (main.has("last") && last.isEmpty()) {
            main.fault("last", "'last' must be a period like that under 'first'.");
        }
        return last;
    }

    private static List<Source> sources(Section main) {
        List<Source> sources = new ArrayList<>();
        for (Entry entry : main.entries("sources")) {
            Section.of(Language.SOURCE, entry.value(), main.faults())
                    .ifPresent(source ->
                            sources.add(new Source(entry.key(), source.text("title"), source.text("address", ""))));
        }
        if (sources.isEmpty()) {
            main.fault("sources", "A dataset has at least one source: add where its rules are published.");
        }
        return sources;
    }

    private Edition codeLists() {
        Edition edition = new Edition();
        if (folder.has("codes.yaml")) {
            Faults faults = folder.faults("codes.yaml");
            Optional<Mapping> lists = folder.read("codes.yaml", faults);
            lists.ifPresent(top -> top.entries().values().forEach(entry ->
                    edition.put(entry.key(), new CodeReader(faults).list(entry.value()))));
        }
        return edition;
    }

    private List<UseCase> useCases(Section main, List<Specification> versions) {
        KnownTables known = new KnownTables(versions);
        main.entries("added-by-repair").forEach(entry -> addByRepair(known, entry, main.faults()));
        List<UseCase> useCases = new ArrayList<>();
        for (String name : folder.namesIn("use-cases")) {
            folder.section("use-cases/" + name + ".yaml", Language.USE_CASE)
                    .flatMap(section -> new UseCaseReader(section, known, folder::reports).read(name))
                    .ifPresent(useCases::add);
        }
        return useCases;
    }

    private static void addByRepair(KnownTables known, Entry entry, Faults faults) {
        Optional<Known> table = known.table(entry.key());
        if (table.isEmpty()) {
            faults.add(entry.line(), "The dataset has no table '" + entry.key() + "'."
                    + Nearest.question(entry.key(), known.names()));
            return;
        }
        if (!(entry.value() instanceof Items items)) {
            faults.add(entry.line(), "The fields that the repair adds must be a list; found " + entry.value().words() + ".");
            return;
        }
        for (var item : items.values()) {
            if (item instanceof Scalar(String text, Kind kind, int line) && kind == Kind.TEXT) {
                Names.field(text, line, faults).ifPresent(table.get()::addByRepair);
            } else {
                faults.add(item.line(), "The name of a field must be text; found " + item.words() + ".");
            }
        }
    }
}
