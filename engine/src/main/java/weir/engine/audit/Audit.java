package weir.engine.audit;

import java.util.ArrayList;
import java.util.List;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.UseCase;

/// What becomes of every field of every version of a dataset, for some of its use cases.
///
/// Made from the specification alone, so it says what the program will do, not what somebody wrote about it.
///
/// @param dataset  the dataset
/// @param useCases the use cases
/// @param lines    a line per use case, table and field: the fields of an output in its order, then those removed
public record Audit(Dataset dataset, List<UseCase> useCases, List<AuditLine> lines) {

    public Audit {
        useCases = List.copyOf(useCases);
        lines = List.copyOf(lines);
    }

    public static Audit of(Dataset dataset, List<UseCase> useCases) {
        FieldHistory history = new FieldHistory(dataset);
        List<AuditLine> lines = new ArrayList<>();
        for (UseCase useCase : useCases) {
            lines.addAll(new UseCaseAudit(useCase, history).lines());
        }
        return new Audit(dataset, useCases, lines);
    }

    /// The lines of one use case.
    public List<AuditLine> linesOf(UseCase useCase) {
        return lines.stream().filter(line -> line.useCase().equals(useCase.name())).toList();
    }
}
