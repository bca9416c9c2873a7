package weir.engine.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCaseName;
import weir.engine.format.Limits;
import weir.engine.organisation.Agreements;
import weir.engine.organisation.Organisation;
import weir.engine.protect.PseudonymKey;

/// What a cleaning run is asked to do.
///
/// @param datasets     what files may be
/// @param organisation who hands the returns in
/// @param agreements   what the organisation has signed
/// @param useCases     the use cases to make outputs for, where they are signed
/// @param today        the day on which retention is judged
/// @param formats      the files to write for each table
/// @param partBytes    the size at which a CSV output goes on in another part
/// @param pseudonymKey the key of pseudonyms, if there is one
/// @param limits       how much of a file is read
/// @param arenaBytes   memory for sorting the rows of one table; more goes to disk
/// @param progress     told the bytes of the current file that are read
public record CleanRequest(
        Catalogue datasets,
        Organisation organisation,
        Agreements agreements,
        List<UseCaseName> useCases,
        LocalDate today,
        Formats formats,
        long partBytes,
        Optional<PseudonymKey> pseudonymKey,
        Limits limits,
        int arenaBytes,
        LongConsumer progress) {

    public static final long USUAL_PART_BYTES = 50_000_000;
    public static final int USUAL_ARENA_BYTES = 24 << 20;

    public CleanRequest {
        useCases = List.copyOf(useCases);
    }

    /// The use cases of a dataset that want a table: asked for, signed, and agreed for this table.
    List<UseCase> wanting(Dataset dataset, TableName table) {
        return agreements.signedOf(dataset).stream()
                .filter(useCase -> useCases.contains(useCase.name()))
                .filter(useCase -> useCase.table(table).isPresent())
                .toList();
    }
}
