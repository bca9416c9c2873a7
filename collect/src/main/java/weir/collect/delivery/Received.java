package weir.collect.delivery;

/// What became of a file that was handed over.
///
/// @param isNew `false` when the same bytes were delivered under the same name before and still count: then nothing was
///              changed, and this is the file of that time
public record Received(DeliveredFile file, boolean isNew) {}
