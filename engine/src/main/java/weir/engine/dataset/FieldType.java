package weir.engine.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a field may hold. How a cell's text is read as each type is decided in `weir.engine.clean` and written down in
/// `docs/interpretation.md`.
public sealed interface FieldType {

    /// The word of the specification language: `text`, `date`, `category` and so on.
    String word();

    /// Any text. @param maxLength the most characters (Unicode code points) it may have
    record Text(OptionalInt maxLength) implements FieldType {
        @Override
        public String word() {
            return "text";
        }
    }

    /// A United Kingdom postcode, written `AB1 2CD` in outputs.
    record Postcode() implements FieldType {
        @Override
        public String word() {
            return "postcode";
        }
    }

    /// Text that a regular expression matches as a whole.
    ///
    /// @param means what the pattern stands for, to follow "must be": `two letters and ten digits`
    record Matching(Pattern pattern, String means) implements FieldType {
        @Override
        public String word() {
            return "pattern";
        }
    }

    /// A whole number, both bounds inclusive.
    record Whole(OptionalLong min, OptionalLong max) implements FieldType {
        @Override
        public String word() {
            return "integer";
        }
    }

    /// A decimal number, both bounds inclusive. @param places decimal places it is rounded to, half to even
    record Decimal(Optional<BigDecimal> min, Optional<BigDecimal> max, OptionalInt places) implements FieldType {
        @Override
        public String word() {
            return "decimal";
        }
    }

    /// An age in whole years, both bounds inclusive; months and words are understood.
    record Age(OptionalLong min, OptionalLong max) implements FieldType {
        @Override
        public String word() {
            return "age";
        }
    }

    /// A date. @param formats the forms accepted, made of `dd`, `MM`, `MMM`, `yyyy`, `HH`, `mm`, `ss` and separators
    record Date(List<String> formats) implements FieldType {
        public Date {
            formats = List.copyOf(formats);
        }

        @Override
        public String word() {
            return "date";
        }
    }

    /// A time of day. @param formats the forms accepted, as in `HH:mm`
    record Time(List<String> formats) implements FieldType {
        public Time {
            formats = List.copyOf(formats);
        }

        @Override
        public String word() {
            return "time";
        }
    }

    /// True or false, written `true` and `false` in outputs.
    record Bool() implements FieldType {
        @Override
        public String word() {
            return "boolean";
        }
    }

    /// One of a list of codes.
    ///
    /// @param listName the name of the list in the dataset's `codes.yaml`, or empty for codes written in place
    record Category(String listName, List<Code> codes) implements FieldType {
        public Category {
            codes = List.copyOf(codes);
        }

        @Override
        public String word() {
            return "category";
        }
    }
}
