package weir.platform.objects;

/// An object as a list shows it.
///
/// @param key  its name
/// @param size in bytes
public record ListedObject(ObjectKey key, long size) {}
