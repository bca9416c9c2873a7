package weir.collect.delivery;

/// A table that counts, with the file it stands in.
///
/// @param file     the file's number
/// @param path     its path as the sender named it
/// @param delivery its delivery's id
public record LiveTable(int file, String path, String delivery, DeliveredTable table) {}
