package weir.engine.pipeline;

import java.nio.file.Path;
import java.util.Optional;

import weir.engine.rule.AcrossRules;
import weir.engine.rule.RuleBooks;

/// Which rules are asked of returns, and what asks those across records.
///
/// @param books  the rules of each dataset
/// @param across asks rules across records; without it they are not asked
/// @param work   a folder for the tables these read. It holds values of records: the caller makes it and deletes it
public record Rules(RuleBooks books, Optional<AcrossRules> across, Path work) {

    /// No rules at all.
    public static Rules none() {
        return new Rules(RuleBooks.none(), Optional.empty(), Path.of(""));
    }

    /// The rules of one record only, which need no folder.
    public static Rules ofRecords(RuleBooks books) {
        return new Rules(books, Optional.empty(), Path.of(""));
    }
}
