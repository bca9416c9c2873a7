package weir.stream.topology;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.utils.Utils;

/// Which partition of a topic what belongs together goes to.
public final class Partitioning {

    private Partitioning() {}

    /// As the broker's clients do it with a key.
    public static int partition(String spread, int partitions) {
        return Utils.toPositive(Utils.murmur2(spread.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
