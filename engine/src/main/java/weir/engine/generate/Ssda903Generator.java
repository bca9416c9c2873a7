package weir.engine.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes up SSDA903 returns: children who come into care, move, leave and sometimes come back, reported year by year as
/// a council does. An episode still open on 31 March has no end in that year's return and stands again in the next.
///
/// Everything streams: memory does not grow with the number of children. For one thread; a generator may write any
/// number of times, and writes the same bytes each time.
public final class Ssda903Generator {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Request request;

    public Ssda903Generator(Request request) {
        this.request = request;
    }

    /// Writes `{year}/SSDA903_{year}_{table}.csv` for every year and every table that has a row, in UTF-8 with line
    /// feeds, and `planted.csv` beside the years when faults were asked for.
    ///
    /// @param folder made when it is missing
    /// @throws IOException when a file cannot be written; those begun stay
    public Written write(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (request.faultRate() == 0) {
            return write(folder, Ledger.none());
        }
        try (LedgerFile ledger = new LedgerFile(folder)) {
            return write(folder, ledger);
        }
    }

    private Written write(Path folder, Ledger ledger) throws IOException {
        CountedLedger counted = new CountedLedger(ledger);
        FaultPlanter planter = new FaultPlanter(request);
        List<YearFolder> years = new ArrayList<>();
        try {
            for (int year = request.firstYear(); year <= request.lastYear(); year++) {
                years.add(new YearFolder(folder, FinancialYear.of(year), planter, counted));
            }
            writeChildren(years);
        } finally {
            for (YearFolder year : years) {
                year.close();
            }
        }
        return written(years.stream().flatMap(year -> year.files().stream()).toList(), counted);
    }

    private static Written written(List<TableFile> files, CountedLedger ledger) {
        return new Written(
                files.size(),
                files.stream().mapToLong(TableFile::rows).sum(),
                files.stream().mapToLong(TableFile::bytes).sum(),
                ledger.count());
    }

    private void writeChildren(List<YearFolder> years) throws IOException {
        StoryTeller teller = new StoryTeller(
                request, FinancialYear.of(request.firstYear()), FinancialYear.of(request.lastYear()));
        Identifiers identifiers = new Identifiers(request.mark());
        for (int i = 0; i < request.children(); i++) {
            Story story = teller.next();
            CareDetails details = CareDetails.of(story, identifiers);
            for (YearFolder year : years) {
                new ReturnRows(story, details, identifiers, year.year(), year).write();
            }
        }
    }

    /// Writes one episodes table of the request's last year with as many children as it takes.
    ///
    /// @param out    is not closed; needs no buffer of its own
    /// @param rows   how many rows without the header; one more when the last is planted twice
    /// @param ledger learns of each planted fault
    public Written writeEpisodes(OutputStream out, long rows, Ledger ledger) throws IOException {
        FinancialYear year = FinancialYear.of(request.lastYear());
        StoryTeller teller = new StoryTeller(request, year, year);
        CountedLedger counted = new CountedLedger(ledger);
        BufferedOutputStream buffer = new BufferedOutputStream(out, BUFFER_BYTES);
        TableFile table =
                new TableFile(Ssda903Table.EPISODES, year.year(), buffer, new FaultPlanter(request), counted);
        EpisodeFile episodes = new EpisodeFile(table, rows);
        EpisodeRows writer = new EpisodeRows(new Identifiers(request.mark()), year, episodes);
        while (!episodes.isFull()) {
            writer.write(teller.next());
        }
        buffer.flush();
        return written(List.of(table), counted);
    }

    /// Writes only the episodes table of the request's last year, `{year}/SSDA903_{year}_episodes.csv`, and
    /// `planted.csv` when faults were asked for.
    ///
    /// @param folder made when it is missing
    /// @param rows   how many rows without the header; one more when the last is planted twice
    public Written writeEpisodes(Path folder, long rows) throws IOException {
        Path file = folder.resolve(Ssda903Table.EPISODES.file(request.lastYear()));
        Files.createDirectories(folder.resolve(Integer.toString(request.lastYear())));
        try (OutputStream out = Files.newOutputStream(file)) {
            if (request.faultRate() == 0) {
                return writeEpisodes(out, rows, Ledger.none());
            }
            try (LedgerFile ledger = new LedgerFile(folder)) {
                return writeEpisodes(out, rows, ledger);
            }
        }
    }
}
