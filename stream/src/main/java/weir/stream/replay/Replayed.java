package weir.stream.replay;

/// How many dead letters of one kind were met.
///
/// @param topic   where they came from
/// @param service which could not process them
/// @param reason  why
/// @param isSent  whether they were sent back, or would be; the others stay
public record Replayed(String topic, String service, String reason, boolean isSent, long letters) {}
