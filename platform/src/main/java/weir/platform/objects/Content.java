package weir.platform.objects;

/// What was measured while bytes went by.
///
/// @param sha256 of all of them
/// @param size   in bytes
record Content(Sha256 sha256, long size) {}
