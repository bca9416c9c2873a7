package weir.stream.topology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import weir.stream.message.Level;
import weir.stream.message.MessageKeys;
import weir.stream.message.RecordHeader;
import weir.stream.message.TopicName;
import weir.stream.privacy.FilteredObject;
import weir.stream.privacy.PrivacyFilter;

/// `privacyfilter`: writes an object at its five levels. Source: facts of stream, section 2.5.
final class PrivacyService implements StreamService {

    private final PrivacyFilter filter;
    private final KnownStreams streams;
    private final Map<String, List<String>> levels = new HashMap<>();

    PrivacyService(PrivacyFilter filter, KnownStreams streams) {
        this.filter = filter;
        this.streams = streams;
    }

    @Override
    public void serve(Message message, Output output) {
        int from = RecordHeader.length(message.value());
        if (Comments.isComment(message.value(), from)) {
            return;
        }
        RecordHeader header = RecordHeader.of(message.value());
        List<String> topics = levels.computeIfAbsent(header.topic().name(), _ -> levels(header.topic()));
        FilteredObject filtered = filter.filter(message.value(), from);
        String key = MessageKeys.filtered(message.offset());
        for (Level level : Level.values()) {
            output.send(topics.get(level.ordinal()), key, header.document().value(), filtered.at(level), List.of());
        }
    }

    /// The topics of a stream's levels, made unless they are there.
    private List<String> levels(TopicName stream) {
        streams.ensure(stream);
        return Arrays.stream(Level.values()).map(level -> stream.at(level).name()).toList();
    }
}
