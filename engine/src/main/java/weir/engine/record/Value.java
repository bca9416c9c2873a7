package weir.engine.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/// One cleaned value of a record.
///
/// Values are immutable. `toString` never shows the content, so that a value cannot reach a log or an
/// error by accident; [#text()] does, and is for writers of outputs only.
public sealed interface Value {

    /// The value of a blank cell. There is no other blank: not `null`, not an empty [Text].
    static Value blank() {
        return Blank.INSTANCE;
    }

    /// The canonical text: what a CSV output holds. Dates are `yyyy-MM-dd`, times `HH:mm:ss`, flags `true` and
    /// `false`, numbers plain digits with a point; a blank is the empty string.
    String text();

    default boolean isBlank() {
        return this instanceof Blank;
    }

    /// Text as a value; the empty string is [#blank()].
    static Value text(String text) {
        return text.isEmpty() ? blank() : new Text(text);
    }

    record Blank() implements Value {
        private static final Blank INSTANCE = new Blank();

        @Override
        public String text() {
            return "";
        }

        @Override
        public String toString() {
            return "blank";
        }
    }

    record Text(String text) implements Value {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("An empty text is Value.blank().");
            }
        }

        @Override
        public String toString() {
            return "text";
        }
    }

    record Whole(long number) implements Value {
        @Override
        public String text() {
            return Long.toString(number);
        }

        @Override
        public String toString() {
            return "whole";
        }
    }

    record Decimal(BigDecimal number) implements Value {
        @Override
        public String text() {
            return number.toPlainString();
        }

        @Override
        public String toString() {
            return "decimal";
        }
    }

    record Day(LocalDate date) implements Value {
        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public String toString() {
            return "day";
        }
    }

    record Clock(LocalTime time) implements Value {
        @Override
        public String text() {
            String text = time.toString();
            return text.length() == 5 ? text + ":00" : text;
        }

        @Override
        public String toString() {
            return "clock";
        }
    }

    record Flag(boolean isSet) implements Value {
        @Override
        public String text() {
            return Boolean.toString(isSet);
        }

        @Override
        public String toString() {
            return "flag";
        }
    }
}
