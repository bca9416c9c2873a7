package weir.engine.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.organisation.OrganisationCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class Ssda903GeneratorTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    @TempDir
    private Path temporary;

    @Test
    void writesTheSameBytesForTheSameSeedOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            new Ssda903Generator(Request.of(1, 7)).writeEpisodes(out, 5_000, Ledger.none());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("62e75e01b678029130acb4f7ccbc2938c66e49ca9ca0549a2bb32ec0012a07b7");
    }

    @Test
    void writesTheSameFolderTwice() throws IOException {
        Request request = Request.of(60, 3).withFaults(0.05, Set.of(Fault.values()));
        ReturnFolder.write(temporary.resolve("a"), request);
        ReturnFolder.write(temporary.resolve("b"), request);
        Map<String, String> first = contents(temporary.resolve("a"));
        assertThat(contents(temporary.resolve("b"))).isEqualTo(first);
        assertThat(first).hasSizeGreaterThan(60);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    @Test
    void givesOtherChildrenForAnotherSeedAndAnotherCouncil() throws IOException {
        String base = episodes(Request.of(1, 1), 50);
        assertThat(episodes(Request.of(1, 2), 50)).isNotEqualTo(base);
        assertThat(episodes(Request.of(1, 1).withOrganisation(new OrganisationCode("873")), 50)).isNotEqualTo(base);
    }

    private static String episodes(Request request, long rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Ssda903Generator(request).writeEpisodes(out, rows, Ledger.none());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesAsManyEpisodesAsAskedFor() throws IOException {
        assertThat(episodes(Request.of(1, 1), 137).lines()).hasSize(138);
    }

    @Test
    void joinsEpisodesWithoutAGapAndWithReasonsThatFit() throws IOException {
        ReturnFolder returns = ReturnFolder.write(temporary, Request.of(400, 11));
        Map<String, Integer> perYear = new HashMap<>();
        for (int year = 2019; year <= 2026; year++) {
            TextRow before = new TextRow(List.of("CHILD"), List.of(""));
            for (TextRow episode : returns.rows(year, "episodes")) {
                if (episode.get("CHILD").equals(before.get("CHILD"))) {
                    checkFollows(before, episode);
                } else if (!before.get("CHILD").isEmpty()) {
                    assertThat(before.get("REC")).isNotEqualTo("X1");
                }
                perYear.merge(year + episode.get("CHILD"), 1, Integer::sum);
                before = episode;
            }
        }
        assertThat(perYear.values()).allMatch(count -> count <= 8).contains(1, 2, 3, 4);
    }

    private static void checkFollows(TextRow before, TextRow episode) {
        boolean follows = before.get("REC").equals("X1");
        assertThat(before.get("DEC").equals(episode.get("DECOM"))).isEqualTo(follows);
        assertThat(episode.get("RNE").equals("S")).isEqualTo(!follows);
        if (!follows) {
            return;
        }
        String reason = episode.get("RNE");
        boolean isUnasked = before.get("PLACE").startsWith("T") && day(before.get("DEC")).isAfter(LocalDate.of(2025, 3, 31));
        assertThat(before.get("REASON_PLACE_CHANGE").isEmpty()).isEqualTo(reason.equals("L") || isUnasked);
        assertThat(before.get("LS").equals(episode.get("LS"))).isEqualTo(Set.of("P", "T").contains(reason));
        if (reason.equals("L")) {
            assertThat(episode.get("PLACE")).isEqualTo(before.get("PLACE"));
            assertThat(episode.get("PL_POST")).isEqualTo(before.get("PL_POST"));
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    @Test
    void carriesAnEpisodeOpenOn31MarchIntoTheNextReturn() throws IOException {
        ReturnFolder returns = ReturnFolder.write(temporary, Request.of(300, 5));
        int open = 0;
        for (int year = 2019; year < 2026; year++) {
            Set<String> next = new HashSet<>();
            returns.rows(year + 1, "episodes").forEach(row -> next.add(row.get("CHILD") + row.get("DECOM")));
            for (TextRow row : returns.rows(year, "episodes")) {
                boolean isOpen = row.get("DEC").isEmpty();
                assertThat(row.get("REC").isEmpty()).isEqualTo(isOpen);
                assertThat(next.contains(row.get("CHILD") + row.get("DECOM"))).isEqualTo(isOpen);
                open += isOpen ? 1 : 0;
            }
        }
        assertThat(open).isGreaterThan(300);
    }

    @Test
    void keepsEveryDateOfAReturnWithinALifeAndItsYear() throws IOException {
        ReturnFolder returns = ReturnFolder.write(temporary, Request.of(300, 9));
        for (int year = 2019; year <= 2026; year++) {
            LocalDate end = LocalDate.of(year, 3, 31);
            Map<String, LocalDate> born = new HashMap<>();
            for (TextRow row : returns.rows(year, "header")) {
                born.put(row.get("CHILD"), LocalDate.parse(row.get("DOB"), DAY));
            }
            for (TextRow row : returns.rows(year, "episodes")) {
                LocalDate from = LocalDate.parse(row.get("DECOM"), DAY);
                assertThat(from).isBetween(born.get(row.get("CHILD")), end);
                assertThat(from.minusYears(18).minusDays(1)).isBefore(born.get(row.get("CHILD")));
                if (!row.get("DEC").isEmpty()) {
                    assertThat(LocalDate.parse(row.get("DEC"), DAY)).isBetween(from, end);
                }
            }
            for (TextRow row : returns.rows(year, "reviews")) {
                assertThat(LocalDate.parse(row.get("REVIEW"), DAY)).isBetween(end.minusYears(1).plusDays(1), end);
            }
        }
    }

    @Test
    void writesPupilNumbersWithTheirCheckLetterAndPostcodesOfNoRealArea() throws IOException {
        ReturnFolder returns = ReturnFolder.write(temporary, Request.of(100, 4).withYears(2020, 2020));
        assertThat(returns.rows(2020, "header")).allSatisfy(row -> {
            String upn = row.get("UPN");
            assertThat(upn).matches("[A-Z]999\\d{9}");
            int sum = 0;
            for (int i = 1; i < 13; i++) {
                sum += (upn.charAt(i) - '0') * (i + 1);
            }
            assertThat(upn.charAt(0)).isEqualTo("ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23));
        });
        assertThat(returns.rows(2020, "episodes")).allSatisfy(row -> assertThat(row.get("HOME_POST"))
                .matches("|(AG|BK|DC|FB|GA|HB|JB|KB|MC|PB|RB|TB)\\d{1,2} \\d[A-Z]{2}"));
    }

    @Test
    void usesTheCodesOfEachYear() throws IOException {
        ReturnFolder returns = ReturnFolder.write(temporary, Request.of(3_000, 2).withYears(2017, 2026));
        assertThat(codes(returns, 2018, "episodes", "REC")).contains("E43", "E44").doesNotContain("E45", "E46");
        assertThat(codes(returns, 2019, "episodes", "REC")).contains("E45", "E46").doesNotContain("E43", "E44");
        assertThat(codes(returns, 2024, "episodes", "PLACE")).contains("H5", "P2").doesNotContain("K3");
        assertThat(codes(returns, 2025, "episodes", "PLACE")).contains("K3").doesNotContain("H5", "P2", "Z11");
        assertThat(codes(returns, 2026, "episodes", "PLACE")).contains("Z11");
        assertThat(codes(returns, 2024, "header", "SEX")).containsExactlyInAnyOrder("1", "2");
        assertThat(codes(returns, 2025, "uasc", "SEX")).containsExactlyInAnyOrder("M", "F");
        assertThat(codes(returns, 2021, "oc3", "ACTIV")).contains("F3").doesNotContain("F4", "F5");
        assertThat(codes(returns, 2022, "oc3", "ACTIV")).contains("F5").doesNotContain("F3", "P3");
        assertThat(returns.rows(2023, "social_worker")).isEmpty();
        assertThat(returns.rows(2024, "social_worker")).isNotEmpty();
        assertThat(codes(returns, 2020, "ad1", "SEX_ADOPTR")).isNotEmpty();
        Set<String> ceased = new HashSet<>();
        for (int year = 2017; year <= 2026; year++) {
            ceased.addAll(codes(returns, year, "placed_adoption", "REASON_PLACED_CEASED"));
        }
        assertThat(ceased).hasSizeGreaterThan(2).contains("");
        assertThat(codes(returns, 2020, "header", "MOTHER")).contains("", "0", "1");
    }

    private static Set<String> codes(ReturnFolder returns, int year, String table, String field) throws IOException {
        Set<String> codes = new HashSet<>();
        returns.rows(year, table).forEach(row -> codes.add(row.get(field)));
        return codes;
    }

    @Test
    void leavesNoMandatoryCellBlank() throws IOException {
        ReturnFolder returns = ReturnFolder.write(temporary, Request.of(1_500, 6));
        for (Ssda903Table table : Ssda903Table.values()) {
            List<TextRow> rows = returns.rows(2025, table.name().toLowerCase(Locale.ROOT));
            assertThat(rows).as(table.name()).isNotEmpty();
            for (Column column : table.columns()) {
                if (column.isMandatory()) {
                    assertThat(rows).allSatisfy(row -> assertThat(row.get(column.name())).isNotEmpty());
                }
            }
        }
    }

    @Test
    void marksEveryFreeValue() throws IOException {
        ReturnFolder returns = ReturnFolder.write(temporary, Request.of(200, 8).withMark("CANARY"));
        List<String> free = new ArrayList<>();
        for (TextRow row : returns.rows(2025, "header")) {
            free.add(row.get("CHILD"));
            free.add(row.get("UPN"));
        }
        returns.rows(2025, "social_worker").forEach(row -> free.add(row.get("SW_ID")));
        returns.rows(2025, "episodes").forEach(row -> free.add(row.get("URN")));
        returns.rows(2025, "prev_perm").forEach(row -> free.add(row.get("LA_PERM")));
        assertThat(free).allMatch(value -> value.isEmpty() || value.startsWith("CANARY"));
    }

    @Test
    void refusesARequestOutsideItsRange() {
        assertThatThrownBy(() -> Request.of(0, 1)).hasMessage("The number of children must be 1 or more.");
        assertThatThrownBy(() -> Request.of(1, 1).withYears(2016, 2020)).hasMessageContaining("2017");
        assertThatThrownBy(() -> Request.of(1, 1).withFaults(1.5, Set.of())).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Request.of(1, 1).withMark("a,b")).hasMessageContaining("letters and digits");
    }
}
