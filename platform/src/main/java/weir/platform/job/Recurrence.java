package weir.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;

/// When a recurring job comes again.
public sealed interface Recurrence {

    /// Times of day are those of the clock on the wall in England.
    ZoneId ZONE = ZoneId.of("Europe/London");

    /// As it is kept, for [#parse].
    String text();

    /// The next time after this one.
    Instant next(Instant now);

    /// The first time, for a job that has not run yet.
    Instant first(Instant now);

    /// Reads what [#text] has written.
    /// @throws IllegalArgumentException when it is none
    static Recurrence parse(String text) {
        if (text.startsWith("cron ")) {
            return new Cron(text.substring("cron ".length()));
        }
        if (text.startsWith("every ")) {
            return new Every(Duration.parse(text.substring("every ".length())));
        }
        throw new IllegalArgumentException("A recurrence begins with 'cron' or 'every'.");
    }

    /// At times of day.
    ///
    /// @param expression second, minute, hour, day of month, month, day of week: `0 30 2 * * *` is half past two each night
    record Cron(String expression) implements Recurrence {

        public Cron {
            new CronSchedule(expression, ZONE);
        }

        @Override
        public String text() {
            return "cron " + expression;
        }

        @Override
        public Instant next(Instant now) {
            return new CronSchedule(expression, ZONE).getNextExecutionTime(ExecutionComplete.simulatedSuccess(now));
        }

        @Override
        public Instant first(Instant now) {
            return next(now);
        }
    }

    /// A pause after each end. The first time is at once.
    record Every(Duration pause) implements Recurrence {

        public Every {
            if (!pause.isPositive()) {
                throw new IllegalArgumentException("A recurring job needs a pause longer than nothing.");
            }
        }

        @Override
        public String text() {
            return "every " + pause;
        }

        @Override
        public Instant next(Instant now) {
            return now.plus(pause);
        }

        @Override
        public Instant first(Instant now) {
            return now;
        }
    }
}
