package weir.stream.memory;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.stream.graph.TupleParser;
import weir.stream.memory.store.Intake;
import weir.stream.memory.store.Packing;
import weir.stream.memory.store.StoredObject;
import weir.stream.message.RecordHeader;
import weir.stream.sif.ObjectCursor;

/// Stores the objects of `sifxml.processed` by their `RefId`. A comment that stood between objects is not stored.
final class SifStorage implements Reading {

    private static final byte[] PROLOG = "<?xml version=\"1.0\"?>\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REF_ID = "RefId".getBytes(StandardCharsets.UTF_8);

    private final TupleParser parser = new TupleParser();
    private final Packing packing;

    SifStorage(Packing packing) {
        this.packing = packing;
    }

    @Override
    public String service() {
        return "storage";
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> message, Intake intake) {
        byte[] value = message.value();
        int from = RecordHeader.length(value);
        if (isComment(value, from)) {
            return;
        }
        String id = Ids.fit(id(value, from));
        byte[] text = new byte[PROLOG.length + value.length - from];
        System.arraycopy(PROLOG, 0, text, 0, PROLOG.length);
        System.arraycopy(value, from, text, PROLOG.length, value.length - from);
        intake.add(new StoredObject(
                id, packing.packed(text), Version.of(message.timestamp(), message.partition(), message.offset())));
    }

    private static boolean isComment(byte[] value, int from) {
        return value.length - from > 4 && value[from] == '<' && value[from + 1] == '!' && value[from + 2] == '-';
    }

    /// The attribute `RefId` of the object; without one, the id by which the graph knows it.
    private String id(byte[] value, int from) {
        ObjectCursor cursor = new ObjectCursor(value, from);
        while (cursor.next() && cursor.part() != ObjectCursor.Part.START) {
            // what stands before the object says nothing of it
        }
        while (cursor.nextAttribute()) {
            if (cursor.isAttribute(REF_ID) && !cursor.value().isBlank()) {
                return cursor.value();
            }
        }
        return parser.parse(value, from).id();
    }
}
