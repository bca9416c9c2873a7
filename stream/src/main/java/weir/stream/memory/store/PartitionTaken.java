package weir.stream.memory.store;

/// Another writer has the partition now. Nothing of the batch was kept: the other takes it in.
public final class PartitionTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    PartitionTaken(PartitionName partition) {
        super("Another writer takes in " + partition + ". Nothing of this batch was kept here.");
    }
}
