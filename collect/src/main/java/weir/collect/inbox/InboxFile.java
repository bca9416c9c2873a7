package weir.collect.inbox;

/// A file in the inbox.
///
/// @param path    from the inbox on, with `/` between folders
/// @param mark    changes when the file does
/// @param isWhole whether it is certain that nobody is still writing it
public record InboxFile(String path, String mark, boolean isWhole) {}
