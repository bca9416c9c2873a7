package weir.platform.job;

/// A job that comes again and again, one run at a time across all processes.
///
/// @param key tells it from others of its kind, for ever
public record Recurring<A extends Record>(JobKind<A> kind, String key, Recurrence recurrence, A argument) {}
