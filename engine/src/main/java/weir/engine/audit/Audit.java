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
/// @param controls a line per use case, output and control of what the output tells as a whole
public record Audit(Dataset dataset, List<UseCase> useCases, List<AuditLine> lines, List<DisclosureLine> controls) {

    public Audit {
        useCases = List.copyOf(useCases);
        lines = List.copyOf(lines);
        controls = List.copyOf(controls);
    }

    public static Audit of(Dataset dataset, List<UseCase> useCases) {
        FieldHistory history = new FieldHistory(dataset);
        List<AuditLine> lines = new ArrayList<>();
        List<DisclosureLine> controls = new ArrayList<>();
        for (UseCase useCase : useCases) {
            UseCaseAudit audit = new UseCaseAudit(useCase, history);
            lines.addAll(audit.lines());
            controls.addAll(audit.controls());
        }
        return new Audit(dataset, useCases, lines, controls);
    }

    /// The lines of one use case.
    public List<AuditLine> linesOf(UseCase useCase) {
        return lines.stream().filter(line -> line.useCase().equals(useCase.name())).toList();
    }

    /// The controls of one use case.
    public List<DisclosureLine> controlsOf(UseCase useCase) {
        return controls.stream().filter(line -> line.useCase().equals(useCase.name())).toList();
    }
}
