package weir.collect.delivery;

/// What became of a file that was handed over.
///
/// @param isNew `false` when the same bytes were delivered under the same name before: then nothing was changed
public record Received(Delivery delivery, boolean isNew) {}
