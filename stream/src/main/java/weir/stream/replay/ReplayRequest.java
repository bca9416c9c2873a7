package weir.stream.replay;

import java.util.Optional;

import weir.stream.read.Start;

/// Which dead letters are to be sent back.
///
/// @param service only those of one service; the others stay dead letters
/// @param from where to begin; empty for where the last replay ended
/// @param isDry whether to count only
public record ReplayRequest(Optional<String> service, Optional<Start> from, boolean isDry) {}
