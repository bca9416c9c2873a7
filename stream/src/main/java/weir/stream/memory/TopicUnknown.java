package weir.stream.memory;

import weir.platform.outage.Unavailable;

/// The broker does not say which topic has a name.
final class TopicUnknown extends Unavailable {

    private static final long serialVersionUID = 1;

    TopicUnknown(String topic, Throwable cause) {
        super("The broker does not know the topic " + topic + " now. Nothing is lost; it is asked again.", cause);
    }
}
