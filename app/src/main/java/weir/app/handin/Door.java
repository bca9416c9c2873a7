package weir.app.handin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

import tools.jackson.databind.JsonNode;

/// Where files are handed in. Answers are those of the API. For one thread.
interface Door extends AutoCloseable {

    /// Hands in one file.
    ///
    /// @param delivery the delivery it belongs to; empty for a new one
    /// @param name     its path as the reports show it
    /// @param progress told the bytes handed over so far
    /// @throws DoorRefused when it is not taken
    JsonNode handIn(String organisation, Optional<String> delivery, String name, Path file, LongConsumer progress) throws IOException;

    /// The newest deliveries, the newest first.
    JsonNode deliveries(String organisation, int limit) throws IOException;

    JsonNode delivery(String id) throws IOException;

    /// The report of one checked file as text.
    ///
    /// @param number the file's
    /// @param form   `text` or `json`
    String report(String delivery, int number, String form) throws IOException;

    /// The returns that were looked at, the newest period of a dataset first.
    JsonNode returns(String organisation) throws IOException;

    /// @param form `text` or `json`
    String returnReport(String organisation, String dataset, String period, String form) throws IOException;

    /// @param period empty for all
    JsonNode withdraw(String organisation, String dataset, Optional<String> period) throws IOException;

    /// Has what was handed in checked, where nobody else does it.
    void work() throws IOException;

    @Override
    void close();
}
