package weir.collect.share;

import java.util.List;
import java.util.Locale;

import weir.engine.organisation.OrganisationCode;

/// What one organisation gives of one dataset.
///
/// @param number  grows with each share that is made
/// @param version the state of the live tables it was made of
/// @param rules   names the rules it was made by
/// @param run     the run that made it
/// @param tables  its tables, in the order of use case and table
public record Share(
        long number, OrganisationCode organisation, String dataset, long version, String rules, String run, List<Table> tables) {

    public Share {
        tables = List.copyOf(tables);
    }

    /// One table of one use case.
    ///
    /// @param name  of its files, without their endings: `PAN_ssda903_episodes`
    /// @param files in the order of format and part
    public record Table(
            String useCase,
            String table,
            String name,
            long rowsIn,
            long rowsKept,
            long rowsRefused,
            long rowsMerged,
            List<File> files) {

        public Table {
            files = List.copyOf(files);
        }

        public List<File> files(Format format) {
            return files.stream().filter(file -> file.format() == format).toList();
        }
    }

    /// What a file is.
    public enum Format {
        CSV,
        PARQUET,
        /// Where each row comes from. It never leaves.
        LINEAGE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param part   counted from 1 where the table goes on in another file
    /// @param object its key among the objects
    /// @param sha256 of its bytes, hexadecimal
    public record File(Format format, int part, String object, long bytes, String sha256) {}
}
