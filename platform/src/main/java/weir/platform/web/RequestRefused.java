package weir.platform.web;

import java.util.Map;

/// A request that is not done, with what the caller is told.
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    RequestRefused(Problem problem, Map<String, String> headers) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public Problem problem() {
        return problem;
    }

    /// Headers of the answer, such as `Retry-After`.
    public Map<String, String> headers() {
        return headers;
    }
}
