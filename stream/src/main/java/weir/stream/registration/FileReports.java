package weir.stream.registration;

import java.util.Optional;

import weir.stream.error.StreamError;
import weir.stream.message.DocumentId;

/// Counts the students of each upload until all have been taken in or have failed. The report comes with the record that
/// completes its upload, also when that record is processed again. Safe for many threads and processes.
public interface FileReports {

    /// A student that was taken in.
    ///
    /// @param total  how many records the upload has
    /// @param number of the record in its upload
    Optional<StreamError> add(DocumentId upload, long total, long number, RegistrationObject student);

    /// A record that was not taken in.
    Optional<StreamError> fail(DocumentId upload, long total, long number);
}
