package weir.stream.message;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a stream: `topic.stream`, as in `naplan.sifxml`, or one of its levels: `naplan.sifxml.low`.
///
/// The topic is 1 to 64 letters, digits, `_` and `-`, and begins with a letter or a digit; the stream is one or two such
/// words with a dot between. So no name has a slash, a `..`, a blank or a sign that a path, a header or a broker would read as
/// something else. Upper and lower case differ.
///
/// @param topic the part before the first dot
/// @param stream the part after it
public record TopicName(String topic, String stream) {

    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";
    private static final Pattern TOPIC = Pattern.compile(WORD);
    private static final Pattern STREAM = Pattern.compile(WORD + "(?:\\." + WORD + ")?");

    /// @throws InvalidTopicName when a part is not allowed
    public TopicName {
        if (!TOPIC.matcher(topic).matches()) {
            throw new InvalidTopicName("topic");
        }
        if (!STREAM.matcher(stream).matches()) {
            throw new InvalidTopicName("stream");
        }
    }

    /// The name in its whole form.
    ///
    /// @throws InvalidTopicName when it is none
    public static TopicName parse(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            throw new InvalidTopicName("topic");
        }
        return new TopicName(name.substring(0, dot), name.substring(dot + 1));
    }

    /// The stream that holds a level of this one.
    ///
    /// @throws InvalidTopicName when this is a level already, or has a stream of two words
    public TopicName at(Level level) {
        return new TopicName(topic, stream + "." + level.word());
    }

    /// Which level of a stream this is; empty when it is a stream itself. Nobody but the filter writes to a level.
    public Optional<Level> level() {
        int dot = stream.indexOf('.');
        return dot < 0 ? Optional.empty() : Level.of(stream.substring(dot + 1));
    }

    /// `topic.stream`: the name of the topic on the broker.
    public String name() {
        return topic + "." + stream;
    }

    @Override
    public String toString() {
        return name();
    }
}
