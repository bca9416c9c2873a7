package weir.platform.analysis;

import java.sql.SQLException;

/// A statement failed. The message names the kind of failure and never what DuckDB said, which may hold a value; the cause
/// does not travel with it for the same reason.
public final class AnalysisFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    AnalysisFailed(SQLException cause) {
        super("An analysis failed: " + kind(cause) + ". Nothing of it was kept.");
        setStackTrace(cause.getStackTrace());
    }

    /// `Binder Error`, `Out of Memory Error`: what stands in front of the first colon, when it is a kind.
    private static String kind(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        int colon = message.indexOf(':');
        String kind = colon < 0 ? "" : message.substring(0, colon).strip();
        return kind.matches("[A-Z][A-Za-z -]{2,40}") ? kind : "unknown failure";
    }
}
