package weir.platform.access.door;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/// Everything that is logged at INFO and above while it is open, by anybody, with the text of failures.
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    /// What a class that captures lines has to itself: the level of the log.
    static final String LOG = "log";

    private final List<String> lines = new ArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    static LogLines capture() {
        LogLines lines = new LogLines();
        lines.start();
        lines.root.setLevel(Level.INFO);
        lines.root.addAppender(lines);
        return lines;
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        String failure = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + " " + failure);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    List<String> errors() {
        return all().stream().filter(line -> line.startsWith("ERROR")).toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
        stop();
    }
}
