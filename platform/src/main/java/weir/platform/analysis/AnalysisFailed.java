package weir.platform.analysis;

import java.sql.SQLException;

/// A statement failed. The message names the kind of failure. What DuckDB said goes with it only where the statement itself
/// could not be read or bound, before any row was; else it may hold a value. The cause does not travel with it for the same
/// reason.
public final class AnalysisFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    AnalysisFailed(SQLException cause) {
        super("An analysis failed: " + said(cause) + ". Nothing of it was kept.");
        setStackTrace(cause.getStackTrace());
    }

    private static String said(SQLException cause) {
        String kind = kind(cause);
        boolean isOfStatement = kind.equals("Binder Error") || kind.equals("Parser Error") || kind.equals("Catalog Error");
        return isOfStatement ? String.valueOf(cause.getMessage()).lines().findFirst().orElse(kind) : kind;
    }

    /// `Binder Error`, `Out of Memory Error`: what stands in front of the first colon, when it is a kind.
    private static String kind(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        int colon = message.indexOf(':');
        String kind = colon < 0 ? "" : message.substring(0, colon).strip();
        return kind.matches("[A-Z][A-Za-z -]{2,40}") ? kind : "unknown failure";
    }
}
