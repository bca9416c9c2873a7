package weir.platform.outage;

/// A disk or a bucket is full: it passes when somebody makes room.
public interface NoRoom extends Outage {}
