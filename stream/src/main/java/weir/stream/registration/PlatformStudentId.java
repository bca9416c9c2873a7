package weir.stream.registration;

import java.util.regex.Pattern;

/// The id that the national assessment platform gives a student. Its last character is a check of its digits.
///
/// Source: facts of stream, section 5.6.
public record PlatformStudentId(String value) {

    private static final String CHECK_LETTERS = "KMRASPDHEG";
    private static final int BASE = 10;
    private static final int NINE = 9;

    /// How an id is written. Both begin with `R` and `1`; the check covers the digits behind them.
    public enum Form {
        /// 13 characters: `R1`, ten digits, the check letter, as in `R10012345678R`.
        LONG(10, Pattern.compile("[QR][0-9]{11}[" + CHECK_LETTERS + "]")),
        /// 11 characters: `R1`, eight digits, the check letter, as in `R100000080R`.
        SHORT(8, Pattern.compile("[RD][0-9]{9}[" + CHECK_LETTERS + "]"));

        private final int digits;
        private final Pattern pattern;

        Form(int digits, Pattern pattern) {
            this.digits = digits;
            this.pattern = pattern;
        }
    }

    /// The id of a number from 1 to 99,999,999.
    /// @throws IllegalArgumentException when the number is outside
    public static PlatformStudentId of(Form form, long number) {
        if (number < 1 || number > StudentNumbers.LAST) {
            throw new IllegalArgumentException("A student's number is from 1 to " + StudentNumbers.LAST + ", not " + number + ".");
        }
        String digits = String.valueOf(number);
        String padded = "0".repeat(form.digits - digits.length()) + digits;
        return new PlatformStudentId("R1" + padded + CHECK_LETTERS.charAt(check(padded)));
    }

    /// Whether it is written like an id of the form, whatever its check letter.
    public boolean hasForm(Form form) {
        return form.pattern.matcher(value).matches();
    }

    /// Whether it is written like an id of the form and its check letter fits its digits.
    public boolean isValid(Form form) {
        return hasForm(form)
                && value.charAt(value.length() - 1) == CHECK_LETTERS.charAt(check(value.substring(2, value.length() - 1)));
    }

    /// The check of Luhn: from the right every other digit doubled, the digits summed, what lacks to the next ten.
    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > NINE ? doubled - NINE : doubled;
        }
        return (BASE - sum % BASE) % BASE;
    }

    @Override
    public String toString() {
        return "PlatformStudentId";
    }
}
