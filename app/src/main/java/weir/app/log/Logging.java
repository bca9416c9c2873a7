package weir.app.log;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/// Sets the log up: sentences of Weir from INFO, of libraries from ERROR, one line each, in UTC. Exceptions are shown by
/// their classes and places; what a library's exception says is left out, for it may hold a value of a record.
public final class Logging {

    private static final String PROVIDER = "slf4j.provider";
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private Logging() {}

    /// For commands that work on their own: libraries say nothing. To be called before anything logs.
    public static void silence() {
        System.setProperty(VERBOSITY, "WARN");
        System.setProperty(PROVIDER, "org.slf4j.nop.NOPServiceProvider");
    }

    /// For the running service. To be called before anything logs.
    /// @param level of Weir's own lines: `debug`, `info`, `warn`
    public static void start(String level) {
        System.setProperty(VERBOSITY, "WARN");
        System.setProperty(PROVIDER, "ch.qos.logback.classic.spi.LogbackServiceProvider");
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            configure(context, Level.toLevel(level, Level.INFO));
        }
    }

    private static void configure(LoggerContext context, Level level) {
        context.reset();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("failure", FailureConverter::new);
        layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{0}: %msg%n%failure");
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);
        Map.of("ROOT", Level.ERROR, "weir", level, "weir.access", level,
                        // The embedded broker calls what is ordinary at a start a failure.
                        "org.apache.kafka", Level.OFF, "kafka", Level.OFF, "state.change.logger", Level.OFF,
                        // When the database is away, the scheduler shouts at each look; health and our own lines say it once.
                        "com.github.kagkarlsson", Level.OFF)
                .forEach((name, at) -> context.getLogger(name).setLevel(at));
    }
}
