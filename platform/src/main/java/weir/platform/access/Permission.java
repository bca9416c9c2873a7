package weir.platform.access;

/// What may be done. A closed set; the codes are for ever.
public enum Permission implements Door {
    /// Open to everybody: health, the sign-in page.
    ANYONE("anyone"),
    /// Any person or program that is known.
    SIGNED_IN("signed-in"),
    /// Hand a delivery in for an organisation.
    HAND_IN("hand-in"),
    /// See an organisation's deliveries with their accounts and issues.
    SEE_DELIVERIES("see-deliveries"),
    /// Read what a use case has received.
    READ_OUTPUTS("read-outputs"),
    /// Post messages to streams, and say which objects belong together.
    POST_STREAMS("post-streams"),
    /// Read streams at any level, and what is known of their objects.
    READ_STREAMS("read-streams"),
    /// Read served tables, page by page.
    READ_TABLES("read-tables"),
    /// Read what was collected, when and with what faults: counts and codes, nobody's data.
    READ_METADATA("read-metadata"),
    /// Read the metrics.
    SEE_METRICS("see-metrics"),
    /// See, stop and repeat jobs.
    OPERATE_JOBS("operate-jobs"),
    /// Read the journal.
    READ_JOURNAL("read-journal"),
    /// Keys, users, settings.
    ADMINISTER("administer");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
