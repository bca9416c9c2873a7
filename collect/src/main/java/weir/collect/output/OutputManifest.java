package weir.collect.output;

import java.time.Instant;
import java.util.List;

import weir.engine.pipeline.Suppressed;

/// What a publication is made of: `PAN_ssda903_manifest.json`. It holds no value of a record.
///
/// @param specification since when the latest version of the dataset's specification holds
/// @param run           the run that published it
/// @param tables        each table with its rows over all organisations, and what was taken from it
/// @param files         each file but the manifest itself
/// @param shares        what each organisation gave, and the run that made it
public record OutputManifest(
        String useCase,
        String dataset,
        String specification,
        String run,
        Instant made,
        List<Table> tables,
        List<File> files,
        List<Given> shares) {

    public OutputManifest {
        tables = List.copyOf(tables);
        files = List.copyOf(files);
        shares = List.copyOf(shares);
    }

    /// A table; the rows of its shares are those published and those removed.
    ///
    /// @param rows        that are published
    /// @param rowsRemoved by the control of disclosure
    /// @param suppressed  what that control has taken, rule by rule; nothing when the use case demands none
    public record Table(String table, long rows, long rowsRemoved, List<Suppressed> suppressed) {

        public Table {
            suppressed = List.copyOf(suppressed);
        }
    }

    /// @param sha256 of its bytes, hexadecimal
    public record File(String file, long bytes, String sha256) {}

    /// What one organisation gave.
    ///
    /// @param share its number
    /// @param run   the run that made it
    public record Given(String organisation, long share, String run, List<Account> tables) {

        public Given {
            tables = List.copyOf(tables);
        }
    }

    /// The account of the rows of one table: in = kept + refused + merged.
    public record Account(String table, long rowsIn, long rowsKept, long rowsRefused, long rowsMerged) {}
}
