package weir.app.clean;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
import weir.app.Mount;
import weir.app.Returns;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Outputs appear whole or not at all, and nothing that is not ours is ever replaced.
final class OutputPlaceTest {

    private final WeirProgram weir = WeirProgram.shipped();

    @TempDir
    private Path temporary;

    private Path returns = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void handInAReturn() throws IOException {
        returns = temporary.resolve("returns-BAD");
        out = temporary.resolve("out");
        Folders.write(returns.resolve("2020/reviews.csv"), Returns.REVIEWS);
    }

    private Ended clean(Path target) {
        return weir.run("clean", returns, target);
    }

    private static void saysInOneSentence(Ended ended, int exit, String what) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(exit);
        assertThat(ended.err()).startsWith("weir: ").contains(what).doesNotContain("Exception", "\tat ");
        assertThat(ended.err().strip().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void replacesAnEarlierRun() throws IOException {
        assertThat(clean(out).exit()).isZero();
        Folders.delete(returns);
        Folders.write(returns.resolve("2021/reviews.csv"), Returns.REVIEWS);
        assertThat(clean(out).exit()).isZero();
        assertThat(Folders.files(out)).containsKey("cleaned/BAD_2021_reviews.csv")
                .doesNotContainKey("cleaned/BAD_2020_reviews.csv");
        assertThat(Folders.files(temporary).keySet()).allMatch(name -> !name.startsWith("."));
    }

    @Test
    void leavesAFolderOfOtherFilesAlone() throws IOException {
        Folders.write(out.resolve("notes.txt"), "mine");
        saysInOneSentence(clean(out), 2, "name an empty or a new folder");
        assertThat(Folders.files(out)).containsOnlyKeys("notes.txt");
    }

    @Test
    void leavesAnEarlierRunAloneOnceSomeoneKeepsAFileThere() throws IOException {
        assertThat(clean(out).exit()).isZero();
        Folders.write(out.resolve("notes.txt"), "mine");
        saysInOneSentence(clean(out), 2, "name an empty or a new folder");
        assertThat(out.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void takesNoManifestOfAnotherProgramForItsOwn() throws IOException {
        for (String manifest : new String[] {"{\"name\":\"A web page\",\"icons\":[{\"src\":\"a.png\"}]}", "[1]", "", "no"}) {
            Folders.write(out.resolve("manifest.json"), manifest);
            saysInOneSentence(clean(out), 2, "name an empty or a new folder");
            assertThat(out.resolve("manifest.json")).hasContent(manifest);
        }
    }

    @Test
    void usesAnEmptyFolder() throws IOException {
        Files.createDirectories(out);
        assertThat(clean(out).exit()).isZero();
        assertThat(out.resolve("manifest.json")).exists();
    }

    @Test
    void neverPutsOutputsAndReturnsIntoEachOther() throws IOException {
        saysInOneSentence(clean(returns.resolve("out")), 2, "inside each other");
        saysInOneSentence(clean(returns), 2, "inside each other");
        saysInOneSentence(clean(temporary), 2, "inside each other");
        assertThat(Folders.files(temporary)).containsOnlyKeys("returns-BAD/2020/reviews.csv");
    }

    @Test
    void refusesAPlaceThatIsAFile() throws IOException {
        Files.writeString(out, "mine", UTF_8);
        saysInOneSentence(clean(out), 2, "name an empty or a new folder");
        saysInOneSentence(clean(out.resolve("below")), 2, "Cannot use");
        assertThat(out).hasContent("mine");
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        Path place = Files.createDirectories(temporary.resolve("place"));
        try (Mount mount = Mount.of(place, "ro")) {
            assumeTrue(mount.isMounted(), "a read-only file system cannot be mounted here");
            saysInOneSentence(clean(place.resolve("out")), 3, "Cannot use");
            saysInOneSentence(weir.run("check", returns, "--html", place.resolve("page.html")), 3, "page.html");
        }
        assertThat(Folders.files(place)).isEmpty();
    }

    @Test
    void leavesNothingOnADiskThatIsFull() throws IOException {
        new Ssda903Generator(Request.of(400, 7).withYears(2019, 2022)).write(temporary.resolve("many-BAD"));
        Path place = Files.createDirectories(temporary.resolve("place"));
        try (Mount mount = Mount.of(place, "size=1m")) {
            assumeTrue(mount.isMounted(), "a small file system cannot be mounted here");
            Path target = place.resolve("out");
            saysInOneSentence(weir.run("clean", temporary.resolve("many-BAD"), target), 3, "The disk is full");
            assertThat(Folders.files(place)).isEmpty();
            assertThat(clean(target).exit()).isZero();
            Map<String, Path> before = Folders.files(place);
            saysInOneSentence(weir.run("clean", temporary.resolve("many-BAD"), target), 3, "The disk is full");
            assertThat(Folders.files(place)).as("the earlier run is still there").isEqualTo(before);
        }
    }

    @Test
    void leavesNoHalfPageOnADiskThatIsFull() throws IOException {
        Path place = Files.createDirectories(temporary.resolve("place"));
        try (Mount mount = Mount.of(place, "size=8k")) {
            assumeTrue(mount.isMounted(), "a small file system cannot be mounted here");
            saysInOneSentence(
                    weir.run("check", returns, "--html", place.resolve("page.html")), 3, "The disk is full");
            assertThat(Folders.files(place)).isEmpty();
        }
    }

    @Test
    void doesNotTakeAFullStandardOutputForSuccess() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "there is no /dev/full here");
        for (String form : new String[] {"--json", "--csv"}) {
            try (OutputStream stdout = Files.newOutputStream(full)) {
                saysInOneSentence(weir.printingTo(stdout, "check", returns, form), 3, "The disk is full");
            }
        }
        try (OutputStream stdout = Files.newOutputStream(full)) {
            saysInOneSentence(weir.printingTo(stdout, "check", returns), 3, "The disk is full");
        }
    }
}
