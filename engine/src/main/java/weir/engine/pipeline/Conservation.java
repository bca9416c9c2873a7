package weir.engine.pipeline;

/// The account of the rows of one table on their way to one place: none may be lost, none may appear from nowhere.
///
/// @param what    which rows: `cleaned episodes`, `PAN episodes`
/// @param in      rows that came in
/// @param kept    rows that went on
/// @param refused rows held back: they could not be read, are outside retention, lack what they must have, or tell too much
///                together with others
/// @param merged  rows that are the same record as one that went on
public record Conservation(String what, long in, long kept, long refused, long merged) {

    /// @throws RecordsLost when rows in are not kept + refused + merged
    public Conservation {
        if (in != kept + refused + merged) {
            throw new RecordsLost(what, in, kept, refused, merged);
        }
    }
}
