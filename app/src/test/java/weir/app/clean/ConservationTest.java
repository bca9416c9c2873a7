package weir.app.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.clean.CleanedReturns.Account;
import weir.engine.generate.Fault;
import weir.engine.generate.Request;

import static org.assertj.core.api.Assertions.assertThat;

/// No row is lost and none appears from nowhere, and what is found is what was planted: no more, no less.
final class ConservationTest {

    private static final Map<String, String> MEANT = Map.of(
            "date-form", "value-not-date",
            "date-impossible", "value-not-date",
            "code-unknown", "value-not-code",
            "mandatory-blank", "value-blank",
            "postcode-bad", "value-not-postcode",
            "number-with-letters", "value-not-number",
            "number-too-large", "value-out-of-range",
            "row-long", "row-too-long",
            "row-short", "row-too-short",
            "row-twice", "row-duplicate");

    /// The tables that no use case takes: their rows are never compared.
    private static final Set<String> UNCOMPARED = Set.of("ad1", "placed_adoption", "social_worker");

    @TempDir
    private Path temporary;

    private static Request request() {
        return Request.of(1_500, 11).withYears(2019, 2026);
    }

    @Test
    void everyRowIsKeptRefusedOrMerged() throws IOException {
        CleanedReturns cleaned = CleanedReturns.of(
                temporary, request().withFaults(0.05, EnumSet.allOf(Fault.class)));
        List<Account> accounts = cleaned.accounts();
        assertThat(accounts).allSatisfy(account ->
                assertThat(account.in()).isEqualTo(account.kept() + account.refused() + account.merged()));
        Map<String, Long> keptByTable = new TreeMap<>();
        for (Map.Entry<String, Path> file : cleaned.input().entrySet()) {
            String name = file.getKey().replaceFirst(".*/SSDA903_", "");
            long kept = cleaned.count("cleaned/BAD_" + name);
            assertThat(accounts).filteredOn(account -> account.what().equals(file.getKey())).singleElement()
                    .satisfies(account -> {
                        assertThat(account.in()).isEqualTo(CleanedReturns.lines(file.getValue()));
                        assertThat(account.kept()).isEqualTo(kept);
                    });
            keptByTable.merge(name.substring(5).replace(".csv", ""), kept, Long::sum);
        }
        List<String> outputs = new ArrayList<>();
        for (Account account : accounts) {
            String[] words = account.what().split(" ", -1);
            if (words.length == 2) {
                outputs.add(account.what());
                assertThat(account.in()).as(account.what()).isEqualTo(keptByTable.get(words[1]));
                assertThat(account.kept()).as(account.what()).isEqualTo(cleaned.count(
                        "outputs/" + words[0] + "/" + words[0] + "_ssda903_" + words[1] + ".csv"));
            }
        }
        assertThat(outputs).contains("PAN header", "SUFFICIENCY episodes", "PAN prev_perm");
    }

    @Test
    void aChildIsInTheHeaderOnce() throws IOException {
        CleanedReturns cleaned = CleanedReturns.of(temporary, request());
        Set<String> children = new HashSet<>();
        for (String name : cleaned.written().keySet()) {
            if (name.startsWith("cleaned/") && name.endsWith("_header.csv")) {
                cleaned.rows(name).forEach(row -> children.add(row.getField("CHILD")));
            }
        }
        assertThat(cleaned.rows("outputs/PAN/PAN_ssda903_header.csv")).hasSameSizeAs(children);
    }

    @Test
    void findsEachPlantedFaultAndNoOther() throws IOException {
        Set<Fault> faults = EnumSet.allOf(Fault.class);
        faults.remove(Fault.ROW_TWICE);
        CleanedReturns cleaned = CleanedReturns.of(temporary, request().withFaults(0.05, faults));
        assertThat(found(cleaned)).isEqualTo(meant(cleaned));
        assertThat(cleaned.planted()).hasSizeGreaterThan(1_000);
        assertThat(cleaned.ended().exit()).isEqualTo(1);
    }

    @Test
    void findsEachRowThatStandsTwice() throws IOException {
        CleanedReturns cleaned = CleanedReturns.of(
                temporary, request().withYears(2024, 2024).withFaults(0.05, Set.of(Fault.ROW_TWICE)));
        assertThat(found(cleaned)).isEqualTo(meant(cleaned)).isNotEmpty();
        assertThat(cleaned.ended().exit()).isZero();
    }

    @Test
    void findsNothingInSoundReturns() throws IOException {
        CleanedReturns cleaned = CleanedReturns.of(temporary, request());
        assertThat(cleaned.issues()).isEmpty();
        assertThat(cleaned.ended().exit()).isZero();
    }

    /// `file row field code` of each issue, in their order by file.
    private static List<String> found(CleanedReturns cleaned) {
        return cleaned.issues().stream()
                .map(issue -> String.join(
                        " ",
                        issue.getField("file"),
                        issue.getField("row"),
                        issue.getField("field"),
                        issue.getField("code")))
                .sorted()
                .toList();
    }

    private static List<String> meant(CleanedReturns cleaned) {
        return cleaned.planted().stream()
                .filter(fault -> MEANT.containsKey(fault.getField("fault")))
                .filter(fault -> !isUncompared(fault.getField("file")) || !fault.getField("fault").equals("row-twice"))
                .map(fault -> String.join(
                        " ",
                        fault.getField("file"),
                        fault.getField("row"),
                        fault.getField("field"),
                        MEANT.getOrDefault(fault.getField("fault"), "")))
                .sorted()
                .toList();
    }

    private static boolean isUncompared(String file) {
        return UNCOMPARED.stream().anyMatch(table -> file.endsWith("_" + table + ".csv"));
    }
}
