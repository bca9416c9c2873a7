package weir.stream.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;
import weir.stream.graph.GraphTuple;
import weir.stream.graph.TupleParser;
import weir.stream.message.DocumentId;
import weir.stream.message.MessageKeys;
import weir.stream.message.RecordHeader;
import weir.stream.message.TopicName;
import weir.stream.topology.StreamHeaders;
import weir.stream.topology.StreamTopics;

import static weir.stream.memory.Servers.bytes;

/// Writes what the services before the memory write: objects on `sifxml.processed`, their tuples on `sms.indexer`.
final class Posts {

    private static final String NAMESPACE = " xmlns=\"http://www.sifassociation.org/au/datamodel/3.4\"";

    private final Servers servers;
    private final TupleParser parser = new TupleParser();
    private long number;

    Posts(Servers servers) {
        this.servers = servers;
    }

    /// Posts objects in one transaction, as of now.
    void post(String... objects) {
        postAt(System.currentTimeMillis(), objects);
    }

    /// The same as of a moment.
    void postAt(long at, String... objects) {
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (String object : objects) {
            messages.addAll(messages(at, object));
        }
        servers.write(messages);
    }

    List<ProducerRecord<byte[], byte[]>> messages(long at, String object) {
        number++;
        byte[] key = bytes(MessageKeys.received(number));
        byte[] xml = bytes(object);
        RecordHeader header = new RecordHeader(new TopicName("test", "sif"), 1, 1, new DocumentId("doc"));
        ProducerRecord<byte[], byte[]> tuple = new ProducerRecord<>(
                StreamTopics.INDEXER, null, at, key, bytes(parser.parse(xml, 0).asJson()));
        tuple.headers().add(StreamHeaders.FROM, bytes(StreamTopics.PROCESSED + "-0-" + number));
        return List.of(new ProducerRecord<>(StreamTopics.PROCESSED, null, at, key, header.before(xml)), tuple);
    }

    void say(GraphTuple tuple) {
        servers.write(List.of(new ProducerRecord<>(StreamTopics.INDEXER, bytes("indexed"), bytes(tuple.asJson()))));
    }

    static String student(String id, String localId, String family) {
        return "<StudentPersonal" + NAMESPACE + " RefId=\"" + id + "\"><LocalId>" + localId
                + "</LocalId><PersonInfo><Name Type=\"LGL\"><FamilyName>" + family + "</FamilyName><GivenName>Ada</GivenName></Name>"
                + "</PersonInfo></StudentPersonal>";
    }

    static String school(String id, String name) {
        return "<SchoolInfo" + NAMESPACE + " RefId=\"" + id + "\"><SchoolName>" + name + "</SchoolName></SchoolInfo>";
    }

    static String enrolment(String id, String school, String student) {
        return "<StudentSchoolEnrollment" + NAMESPACE + " RefId=\"" + id + "\"><StudentPersonalRefId>" + student
                + "</StudentPersonalRefId><SchoolInfoRefId>" + school + "</SchoolInfoRefId></StudentSchoolEnrollment>";
    }

    static String group(String id, String name, String... students) {
        return "<TeachingGroup" + NAMESPACE + " RefId=\"" + id + "\"><ShortName>" + name + "</ShortName><StudentList>"
                + String.join("", Arrays.stream(students).map(Posts::member).toList())
                + "</StudentList></TeachingGroup>";
    }

    private static String member(String student) {
        return "<TeachingGroupStudent><StudentPersonalRefId>" + student + "</StudentPersonalRefId></TeachingGroupStudent>";
    }

    /// An object of any type that names others.
    static String naming(String type, String id, String... references) {
        StringBuilder xml = new StringBuilder("<" + type + NAMESPACE + " RefId=\"" + id + "\">");
        for (String reference : references) {
            String[] parts = reference.split("=", 2);
            xml.append('<').append(parts[0]).append('>').append(parts[1]).append("</").append(parts[0]).append('>');
        }
        return xml.append("</").append(type).append('>').toString();
    }
}
