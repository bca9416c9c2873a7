package weir.platform.job;

/// Who does what: a kind of job and its work in this process.
public record Assignment<A extends Record>(JobKind<A> kind, JobWork<A> work) {}
