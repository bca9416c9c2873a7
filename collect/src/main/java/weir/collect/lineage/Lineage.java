package weir.collect.lineage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import weir.collect.delivery.DeliveredFile;
import weir.collect.delivery.DeliveredTable;
import weir.collect.delivery.Delivery;
import weir.collect.delivery.store.DeliveryStore;
import weir.collect.delivery.store.FileStore;
import weir.collect.disclosure.DisclosureControl;
import weir.collect.disclosure.Suppression;
import weir.collect.output.store.PublicationStore;
import weir.collect.share.Share;
import weir.collect.share.Share.Format;
import weir.collect.share.store.ShareStore;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Disclosure;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;
import weir.platform.analysis.Analysis;
import weir.platform.analysis.Session;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// Finds where rows of outputs come from. Safe for many threads.
public final class Lineage {

    private final Database database;
    private final ObjectStore objects;
    private final Workspace workspace;
    private final Analysis analysis;
    private final ShareStore shares = new ShareStore();
    private final PublicationStore publications = new PublicationStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final FileStore files = new FileStore();

    public Lineage(Database database, ObjectStore objects, Workspace workspace, Analysis analysis) {
        this.database = database;
        this.objects = objects;
        this.workspace = workspace;
        this.analysis = analysis;
    }

    /// A table of a use case: what an output file holds.
    public record Output(Dataset dataset, UseCase useCase, TableName table) {

        /// Reads `PAN_ssda903_episodes`, with or without an ending or the number of a part.
        /// @throws UnknownOutput when it is none
        public static Output parse(String name, List<Dataset> datasets) {
            String plain = name.replaceFirst(".*/", "").replaceFirst("\\.(csv|parquet)$", "").replaceFirst("_part\\d+$", "");
            for (Dataset dataset : datasets) {
                for (UseCase useCase : dataset.useCases()) {
                    for (UseCase.TableRule rule : useCase.tables()) {
                        if (plain.equals(useCase.name() + "_" + dataset.id() + "_" + rule.table())) {
                            return new Output(dataset, useCase, rule.table());
                        }
                    }
                }
            }
            throw new UnknownOutput("There is no output " + name + ": name one as in PAN_ssda903_episodes.");
        }
    }

    /// A row as its fragment's lineage has it.
    private record Place(Share share, int file, long row, String suppressed) {}

    /// A fragment with what is beside it.
    private record Fragment(Share share, Path rows, Path lineage) {}

    /// The origins of the rows of the current output that have these values.
    ///
    /// @param key values as the CSV of the output has them, by column
    /// @throws UnknownOutput when nothing is published, or the output has no such column
    public List<Origin> of(Output output, Map<String, String> key) throws IOException {
        List<Share> published = database.read(transaction -> shares.find(
                transaction,
                publications.shares(transaction, output.useCase().name().value(), output.dataset().id().value())));
        try (Workspace.Folder folder = workspace.open()) {
            List<Fragment> fragments = new ArrayList<>();
            for (Share share : published) {
                for (Share.Table table : share.tables()) {
                    if (table.useCase().equals(output.useCase().name().value())
                            && table.table().equals(output.table().value())) {
                        fragments.add(new Fragment(
                                share,
                                fetch(share, table, Format.PARQUET, folder),
                                fetch(share, table, Format.LINEAGE, folder)));
                    }
                }
            }
            List<Place> places = fragments.isEmpty() ? List.of() : analysis.run(session -> find(session, output, fragments, key));
            return database.read(transaction -> places.stream().map(place -> origin(transaction, place, output)).toList());
        }
    }

    /// The rows whose published values are these. What is blanked is compared as the blank that readers see, and a removed row
    /// as if its combination were blank: nobody learns a value by asking for it.
    private static List<Place> find(Session session, Output output, List<Fragment> fragments, Map<String, String> key) {
        List<Path> rows = fragments.stream().map(Fragment::rows).toList();
        requireColumns(session, rows, key);
        Disclosure rule = output.useCase()
                .table(output.table())
                .flatMap(UseCase.TableRule::disclosure)
                .orElse(new Disclosure(Optional.empty(), Optional.empty()));
        Suppression suppression = new DisclosureControl(output.table().value(), rule).decide(session, rows);
        String conditions = key.keySet().stream()
                .map(column -> "coalesce(CAST(" + suppression.published(column) + " AS VARCHAR), '') = ?")
                .collect(Collectors.joining(" AND "));
        return session.query(
                "SELECT l.fragment, l.source, l.row, " + Suppression.MASK + " FROM " + suppression.joined() + " JOIN ("
                        + lineage(fragments) + ") l ON l.spot = g." + DisclosureControl.AT + " WHERE " + conditions + " ORDER BY l.spot",
                row -> new Place(
                        fragments.get((int) row.number(1)).share(),
                        (int) row.number(2),
                        row.number(3),
                        suppression.words(row.number(4), rule)),
                key.values().toArray());
    }

    private static String lineage(List<Fragment> fragments) {
        return IntStream.range(0, fragments.size())
                .mapToObj(i -> "SELECT " + i + " AS fragment, " + DisclosureControl.place(i, "file_row_number")
                        + " AS spot, source, row FROM read_parquet(" + Session.text(fragments.get(i).lineage())
                        + ", file_row_number = true)")
                .collect(Collectors.joining(" UNION ALL "));
    }

    private static void requireColumns(Session session, List<Path> rows, Map<String, String> key) {
        List<String> columns = session.query(
                "SELECT column_name FROM (DESCRIBE SELECT * FROM " + Session.parquet(rows) + ")",
                row -> row.text(1));
        for (String column : key.keySet()) {
            if (columns.stream().noneMatch(column::equalsIgnoreCase)) {
                throw new UnknownOutput("The output has no column " + column + ": it has " + String.join(", ", columns) + ".");
            }
        }
    }

    private Path fetch(Share share, Share.Table table, Format format, Workspace.Folder folder) throws IOException {
        Share.File file = table.files(format).getFirst();
        return folder.fetch(objects, ObjectKey.of(file.object()), share.number() + "-" + format.word() + ".parquet");
    }

    private Origin origin(Transaction transaction, Place place, Output output) {
        DeliveredFile file = files.find(transaction, place.file()).orElseThrow();
        Delivery delivery = deliveries.find(transaction, file.delivery()).orElseThrow();
        String period = file.findings().stream()
                .flatMap(findings -> findings.tables().stream())
                .filter(table -> table.table().equals(output.table().value()))
                .map(DeliveredTable::period)
                .findFirst()
                .orElse("");
        return new Origin(
                file.organisation().value(),
                delivery.id().toString(),
                delivery.receivedAt(),
                delivery.receivedFrom(),
                file.file(),
                file.number(),
                file.resource(),
                period,
                place.row(),
                place.share().run(),
                place.suppressed());
    }
}
