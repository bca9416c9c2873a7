package weir.engine.dataset;

import java.util.List;
import java.util.stream.Collectors;

/// A dataset's folder could not be read as a specification. Carries every problem found, not just the first.
public final class FaultySpecification extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public FaultySpecification(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
