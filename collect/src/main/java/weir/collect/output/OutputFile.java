package weir.collect.output;

/// One published file.
///
/// @param path   its name within the use case: `PAN_ssda903_episodes.csv`
/// @param object its key among the objects
/// @param sha256 of its bytes, hexadecimal
/// @param isOwn  whether the object is the publication's own, or one that a share has made
public record OutputFile(
        String useCase, String dataset, String path, String object, long bytes, String sha256, boolean isOwn) {}
