package weir.engine.rule;

import java.io.IOException;
import java.util.List;

import weir.engine.issue.Issue;

/// Asks rules across records of whole cleaned tables. Safe for many threads.
public interface AcrossRules {

    /// @param rules rules across records; those that read a table which is not at hand are not asked
    /// @param told  gets what was found
    /// @return the rules that could not be asked
    /// @throws IOException when the tables cannot be read
    List<Rule> check(List<Rule> rules, ReturnTables tables, Told told) throws IOException;

    /// Takes the issues of one file, a few at a time.
    @FunctionalInterface
    interface Told {

        /// @param file the file's name
        void accept(String file, List<Issue> issues);
    }
}
