package weir.platform.objects;

/// What a sweep did.
///
/// @param deleted how many objects are gone
/// @param bytes   how many bytes they had
/// @param kept    how many objects stay because their time has not come
public record Swept(long deleted, long bytes, long kept) {}
