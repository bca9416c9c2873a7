package weir.stream.sif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Students that are made up.
class SifGeneratorTest {

    @Test
    void sameNumbersGiveTheSameDocumentAndOthersAnother() throws IOException {
        assertThat(students(1, 20)).isEqualTo(students(1, 20)).isNotEqualTo(students(2, 20));
    }

    @Test
    void everyStudentHasAnIdOfItsOwnAndIsOfAnAgeForItsYear() throws IOException {
        String document = students(3, 500);
        Matcher student = Pattern.compile(
                "RefId=\"([^\"]+)\".*?<BirthDate>(.*?)</BirthDate>.*?<TestLevel>\\s*<Code>(\\d)</Code>", Pattern.DOTALL).matcher(document);
        List<String> ids = new ArrayList<>();
        while (student.find()) {
            ids.add(student.group(1));
            int year = Integer.parseInt(student.group(3));
            assertThat(LocalDate.parse(student.group(2))).isBetween(
                    LocalDate.of(2026 - year - 6, 1, 1), LocalDate.of(2026 - year - 5, 7, 31));
        }

        assertThat(ids).hasSize(500).doesNotHaveDuplicates();
    }

    private static String students(long seed, int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(seed), Year.of(2026), List.of("48096")).writeStudents(count, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
