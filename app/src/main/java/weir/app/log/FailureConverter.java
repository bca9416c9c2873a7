package weir.app.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/// Shows an exception and its causes: class and places, and the message only of Weir's own.
public final class FailureConverter extends ThrowableHandlingConverter {

    private static final int PLACES = 12;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy failure = event.getThrowableProxy(); failure != null; failure = failure.getCause()) {
            text.append("  ").append(failure.getClassName());
            if (failure.getClassName().startsWith("weir.")) {
                text.append(": ").append(failure.getMessage());
            }
            text.append('\n');
            StackTraceElementProxy[] places = failure.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(PLACES, places.length); i++) {
                text.append("    ").append(places[i].getSTEAsString()).append('\n');
            }
        }
        return text.toString();
    }
}
