package weir.platform.objects;

/// What came of storing some bytes under their own hash.
///
/// @param object   the one object of these bytes
/// @param wasThere whether it had been stored before; then nothing was changed, its labels and retention included
public record ContentPut(StoredObject object, boolean wasThere) {}
