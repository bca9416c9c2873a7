package weir.engine.clean;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.dataset.Code;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Identity;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;

/// How each type reads its cells. Facts 8 to 12 of the published behaviour, and what we decided differently.
final class CellReaderTest {

    private static final FieldType POSTCODE = new FieldType.Postcode();
    private static final FieldType WHOLE = new FieldType.Whole(OptionalLong.of(0), OptionalLong.of(40));
    private static final FieldType ANY_WHOLE = new FieldType.Whole(OptionalLong.empty(), OptionalLong.empty());
    private static final FieldType ANY_DECIMAL =
            new FieldType.Decimal(Optional.empty(), Optional.empty(), OptionalInt.empty());
    private static final FieldType AGE = new FieldType.Age(OptionalLong.empty(), OptionalLong.empty());
    private static final FieldType DATE = new FieldType.Date(List.of("dd/MM/yyyy"));
    private static final FieldType TIME = new FieldType.Time(List.of("HH:mm"));
    private static final FieldType FLAG_CODES =
            new FieldType.Category("", List.of(Code.of("0", "False"), Code.of("1", "True")));
    private static final FieldType GENDERS = new FieldType.Category(
            "",
            List.of(
                    new Code("a) Male", List.of("Male"), List.of(Pattern.compile("m\\b"), Pattern.compile("a\\)"))),
                    new Code("c) Not stated/recorded", List.of(), List.of(Pattern.compile("c\\)")))));

    /// What one cell of a required field becomes: its text, or the code of the issue.
    private static String read(FieldType type, String cell) {
        return read(type, Cells.of(cell));
    }

    private static String read(FieldType type, Cells cells) {
        Field field = new Field(new FieldName("F"), "", type, true, List.of(), List.of(), "");
        Table table = new Table(new TableName("t"), "", List.of(field), Identity.ofWholeRow(), "", "");
        Findings findings = new Findings();
        Row row = new TableCleaner(table, List.of(0), 1).clean(cells, 2, 0, findings).orElseThrow();
        if (findings.list().isEmpty()) {
            return row.value(0).text();
        }
        assertThat(row.value(0).isBlank()).as("what is not accepted becomes blank").isTrue();
        return findings.list().getFirst().code().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA94AA", "A A 9 4 A A", "   AA9 4AA ", "aa9 4aa", "AA9\u00A04AA"})
    void readsPostcodesHoweverTheyAreSpaced(String cell) {
        assertThat(read(POSTCODE, cell)).isEqualTo("AA9 4AA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB", "A99B 1CC", "GIR 0AA"})
    void keepsEveryFormOfPostcodeAsItIs(String cell) {
        assertThat(read(POSTCODE, cell)).isEqualTo(cell);
        assertThat(read(POSTCODE, cell.replace(" ", ""))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD 1234", "345", "2TR", "AA9 4A", "A999 1AA", "AAA9 4AA", "9A 4AA", "A9BB 1AA", "ÀA9 4AA"})
    void refusesWhatIsNoPostcode(String cell) {
        assertThat(read(POSTCODE, cell)).isEqualTo("value-not-postcode");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.0,0", "1.0,1", "true,1", "TRUE,1", "' False ',0", "01,1"})
    void readsCodesByNameAndNumber(String cell, String code) {
        assertThat(read(FLAG_CODES, cell)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "string", "1.5", "-"})
    void refusesWhatIsNoCode(String cell) {
        assertThat(read(FLAG_CODES, cell)).isEqualTo("value-not-code");
    }

    @ParameterizedTest
    @CsvSource({"c),c) Not stated/recorded", "M,a) Male", "male,a) Male", "A) MALE,a) Male"})
    void readsCodesByPattern(String cell, String code) {
        assertThat(read(GENDERS, cell)).isEqualTo(code);
    }

    @Test
    void refusesACodeThatNoPatternFits() {
        assertThat(read(GENDERS, "e)")).isEqualTo("value-not-code");
    }

    @ParameterizedTest
    @CsvSource({"'3,000',3000", "1.0,1", "0,0", "-5,-5", "+7,7", "'1,234,567',1234567", " 12 ,12"})
    void readsWholeNumbers(String cell, String number) {
        assertThat(read(ANY_WHOLE, cell)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1,2", "12,34", "1e3", "nan", "inf", "٣", "1 000", "--1", ".", "£5"})
    void refusesWhatIsNoWholeNumberInsteadOfCuttingOrGuessing(String cell) {
        assertThat(read(ANY_WHOLE, cell)).isEqualTo("value-not-number");
    }

    @ParameterizedTest
    @CsvSource({"-1", "41", "9999999999"})
    void enforcesRangesAtBothEnds(String cell) {
        assertThat(read(WHOLE, cell)).isEqualTo("value-out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "40"})
    void acceptsTheEndsOfARange(String cell) {
        assertThat(read(WHOLE, cell)).isEqualTo(cell);
    }

    @Test
    void readsDecimalsAndRoundsThem() {
        assertThat(read(ANY_DECIMAL, "1,200,300.23")).isEqualTo("1200300.23");
        assertThat(read(decimal(3), "0.1234")).isEqualTo("0.123");
        assertThat(read(decimal(2), "0.123")).isEqualTo("0.12");
        assertThat(read(decimal(1), "0.25")).as("half to even").isEqualTo("0.2");
    }

    private static FieldType decimal(int places) {
        return new FieldType.Decimal(Optional.of(BigDecimal.ZERO), Optional.empty(), OptionalInt.of(places));
    }

    @Test
    void refusesADecimalBelowItsRange() {
        assertThat(read(decimal(2), "-1")).isEqualTo("value-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"<1,0", "8.5yrs,8", "18m,1", "6 months,0", "7,7", "12 years,12", "0.9,0", "6.1382614647501708,6"})
    void readsAges(String cell, String years) {
        assertThat(read(AGE, cell)).isEqualTo(years);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "8!", "8 weeks", "-1", "old"})
    void refusesWhatIsNoAge(String cell) {
        assertThat(read(AGE, cell)).isEqualTo("value-not-number");
    }

    @ParameterizedTest
    @CsvSource({"15/1/2019,2019-01-15", "15/01/2019,2019-01-15", "29/02/2020,2020-02-29", "' 1/1/2019 ',2019-01-01"})
    void readsDates(String cell, String date) {
        assertThat(read(DATE, cell)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019/1/15", "29/02/2019", "31/04/2020", "00/01/2020", "1/13/2020", "15/1/19", "15/01/2019 00:00", "45000", "15-01-2019", "15/01/0000"})
    void refusesWhatIsNoDateInTheFormOfTheField(String cell) {
        assertThat(read(DATE, cell)).isEqualTo("value-not-date");
    }

    @Test
    void takesADateThatTheFormatAlreadyKnowsAsOne() {
        assertThat(read(DATE, Cells.of(new Value.Day(java.time.LocalDate.of(2011, 4, 30))))).isEqualTo("2011-04-30");
        assertThat(read(DATE, Cells.of(new Value.Whole(45000)))).isEqualTo("value-not-date");
    }

    @Test
    void readsTheLongFormOfTheSchoolCensus() {
        FieldType type = new FieldType.Date(List.of("yyyy-MMM-dd HH:mm:ss"));
        assertThat(read(type, "2020-Apr-25 00:00:00")).isEqualTo("2020-04-25");
        assertThat(read(type, "2020-Apx-25 00:00:00")).isEqualTo("value-not-date");
        assertThat(read(type, "2020-Apr-25 24:00:00")).isEqualTo("value-not-date");
    }

    @Test
    void readsTimes() {
        assertThat(read(TIME, "14:30")).isEqualTo("14:30:00");
        assertThat(List.of("25:00", "14:30:00", "99:99", "1430")).allSatisfy(cell ->
                assertThat(read(TIME, cell)).isEqualTo("value-not-time"));
    }

    @Test
    void readsTextThatAPatternFitsAsAWhole() {
        FieldType type = new FieldType.Matching(Pattern.compile("[A-Za-z]{2}\\d{10}"), "two letters and ten digits");
        assertThat(read(type, "  AB1234567890  ")).isEqualTo("AB1234567890");
        assertThat(read(type, "AB12345678901")).isEqualTo("value-not-pattern");
        assertThat(read(type, "AB123456789")).isEqualTo("value-not-pattern");
        FieldType upn = new FieldType.Matching(Pattern.compile("[A-Za-z]\\d{11}(\\d|[A-Za-z])"), "a UPN");
        assertThat(read(upn, "A123456789012")).isEqualTo("A123456789012");
        assertThat(read(upn, "A12345678901B")).isEqualTo("A12345678901B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00A0", "\uFEFF", "\u200B "})
    void takesWhiteSpaceOfEveryKindForBlank(String cell) {
        assertThat(read(ANY_WHOLE, cell)).isEqualTo("value-blank");
    }

    @Test
    void keepsTextThatOthersTakeForNothing() {
        FieldType text = new FieldType.Text(OptionalInt.empty());
        assertThat(read(text, "nan")).isEqualTo("nan");
        assertThat(read(text, "None")).isEqualTo("None");
        assertThat(read(text, "Hernandez")).isEqualTo("Hernandez");
    }

    @Test
    void refusesTextThatIsTooLongByCharactersNotByUnits() {
        FieldType text = new FieldType.Text(OptionalInt.of(2));
        assertThat(read(text, "😀😀")).isEqualTo("😀😀");
        assertThat(read(text, "abc")).isEqualTo("value-too-long");
    }

    @Test
    void readsTrueAndFalse() {
        assertThat(read(new FieldType.Bool(), "Yes")).isEqualTo("true");
        assertThat(read(new FieldType.Bool(), "0")).isEqualTo("false");
        assertThat(read(new FieldType.Bool(), "perhaps")).isEqualTo("value-not-boolean");
    }

    @Test
    void refusesACellWithCharactersThatCouldNotBeRead() {
        assertThat(read(new FieldType.Text(OptionalInt.empty()), "Jos\uFFFD")).isEqualTo(IssueCode.ENCODING_BROKEN.value());
    }
}
