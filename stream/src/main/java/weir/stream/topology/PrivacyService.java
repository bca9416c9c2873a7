package weir.stream.topology;

import java.util.List;

import weir.stream.message.Level;
import weir.stream.message.MessageKeys;
import weir.stream.message.RecordHeader;
import weir.stream.privacy.FilteredObject;
import weir.stream.privacy.PrivacyFilter;

/// `privacyfilter`: writes an object at its five levels. Source: facts of stream, section 2.5.
final class PrivacyService implements StreamService {

    private final PrivacyFilter filter;
    private final KnownStreams streams;

    PrivacyService(PrivacyFilter filter, KnownStreams streams) {
        this.filter = filter;
        this.streams = streams;
    }

    @Override
    public void serve(Message message, Output output) {
        int from = RecordHeader.length(message.value());
        if (BetweenObjects.isComment(message.value(), from)) {
            return;
        }
        RecordHeader header = RecordHeader.of(message.value());
        streams.ensure(header.topic());
        FilteredObject filtered = filter.filter(message.value(), from);
        String key = MessageKeys.filtered(message.offset());
        for (Level level : Level.values()) {
            output.send(header.topic().at(level).name(), key, header.document().value(), filtered.at(level), List.of());
        }
    }
}
