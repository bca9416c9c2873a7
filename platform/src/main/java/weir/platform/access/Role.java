package weir.platform.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import static weir.platform.access.Permission.ADMINISTER;
import static weir.platform.access.Permission.HAND_IN;
import static weir.platform.access.Permission.OPERATE_JOBS;
import static weir.platform.access.Permission.POST_STREAMS;
import static weir.platform.access.Permission.READ_JOURNAL;
import static weir.platform.access.Permission.READ_METADATA;
import static weir.platform.access.Permission.READ_OUTPUTS;
import static weir.platform.access.Permission.READ_STREAMS;
import static weir.platform.access.Permission.READ_TABLES;
import static weir.platform.access.Permission.SEE_DELIVERIES;
import static weir.platform.access.Permission.SEE_METRICS;

/// What a person or a program is here. Who has several roles may do what any of them may.
public enum Role {
    /// Hands in for one organisation and sees what became of it.
    UPLOADER("uploader", Place.ORGANISATION),
    /// Sees one organisation's deliveries and hands nothing in.
    VIEWER("viewer", Place.ORGANISATION),
    /// Reads the outputs of one use case, and no upload account of anybody.
    ANALYST("analyst", Place.USE_CASE),
    /// Posts messages to streams.
    PUBLISHER("publisher", Place.SERVICE),
    /// Reads streams at any level and asks for their objects, which are personal data.
    SUBSCRIBER("subscriber", Place.SERVICE),
    /// Keeps the service running. Sees metadata and metrics, nobody's data.
    ENGINEER("engineer", Place.SERVICE),
    /// Gives roles and keys and reads the journal. Sees no personal data by this role alone.
    ADMINISTRATOR("administrator", Place.SERVICE);

    /// What a role is given for.
    public enum Place {
        ORGANISATION,
        USE_CASE,
        SERVICE
    }

    private final String code;
    private final Place place;

    Role(String code, Place place) {
        this.code = code;
        this.place = place;
    }

    public String code() {
        return code;
    }

    public Place place() {
        return place;
    }

    public Set<Permission> permissions() {
        return switch (this) {
            case UPLOADER -> EnumSet.of(HAND_IN, SEE_DELIVERIES);
            case VIEWER -> EnumSet.of(SEE_DELIVERIES);
            case ANALYST -> EnumSet.of(READ_OUTPUTS, READ_TABLES);
            case PUBLISHER -> EnumSet.of(POST_STREAMS);
            case SUBSCRIBER -> EnumSet.of(READ_STREAMS);
            case ENGINEER -> EnumSet.of(READ_METADATA, SEE_METRICS, OPERATE_JOBS);
            case ADMINISTRATOR -> EnumSet.of(ADMINISTER, READ_METADATA, SEE_METRICS, OPERATE_JOBS, READ_JOURNAL);
        };
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
