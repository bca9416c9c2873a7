package weir.stream.memory;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.stream.graph.OneRosterRows;
import weir.stream.memory.store.Intake;
import weir.stream.memory.store.Packing;
import weir.stream.memory.store.StoredObject;

/// Stores the rows of `oneroster.validated` and indexes them.
final class OneRosterIntake implements Reading {

    private final OneRosterRows rows = new OneRosterRows();
    private final Packing packing;

    OneRosterIntake(Packing packing) {
        this.packing = packing;
    }

    @Override
    public String service() {
        return "oneroster-storage";
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> message, Intake intake) {
        OneRosterRows.Row row = rows.read(new String(message.value(), StandardCharsets.UTF_8));
        Version version = Version.of(message.timestamp(), message.partition(), message.offset());
        StoredObject object = new StoredObject(Ids.fit(row.key()), packing.packed(message.value()), version);
        Statements.add(row.tuple(), version, intake);
        intake.add(object);
    }
}
