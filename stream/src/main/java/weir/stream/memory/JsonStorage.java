package weir.stream.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.stream.memory.store.Intake;
import weir.stream.memory.store.Packing;
import weir.stream.memory.store.StoredObject;
import weir.stream.message.IngestHeader;

/// Stores the messages of `json.storage` by the key that [JsonKeys] gives them.
final class JsonStorage implements Reading {

    private final Packing packing;

    JsonStorage(Packing packing) {
        this.packing = packing;
    }

    @Override
    public String service() {
        return "json-storage";
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> message, Intake intake) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(message.value());
            IngestHeader header = IngestHeader.read(in);
            byte[] json = in.readAllBytes();
            intake.add(new StoredObject(
                    JsonKeys.key(header.topic(), new String(json, StandardCharsets.UTF_8)),
                    packing.packed(json),
                    Version.of(message.timestamp(), message.partition(), message.offset())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
