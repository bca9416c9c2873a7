package weir.engine.issue.report;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.record.Sensitive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportSinkTest {

    private final Issue issue = Issue.error(IssueCode.FILE_EMPTY, Place.file("a.csv"));

    @Test
    void feedsEveryReportInOrder() {
        Diary first = new Diary(false);
        Diary second = new Diary(false);
        try (ReportSink both = ReportSink.all(List.of(first, second))) {
            both.begin("a.csv");
            both.accept(issue);
            both.end(FileOutcome.refusedUnread("a.csv", 12));
        }
        assertThat(first.entries).containsExactly("begin a.csv", "issue", "end a.csv", "close");
        assertThat(second.entries).isEqualTo(first.entries);
    }

    @Test
    void handsAValueOnlyToAReportThatShowsValues() {
        Diary shows = new Diary(true);
        Diary hides = new Diary(false);
        ReportSink both = ReportSink.all(List.of(shows, hides));
        assertThat(both.showsValues()).isTrue();
        both.accept(issue, new Sensitive("canary"));
        assertThat(shows.entries).containsExactly("value");
        assertThat(hides.entries).containsExactly("issue");
    }

    @Test
    void closesEveryReportEvenWhenOneFails() {
        Diary last = new Diary(false);
        ReportSink failing = new Diary(false) {
            @Override
            public void close() {
                throw new IllegalStateException("The disk is full.");
            }
        };
        ReportSink both = ReportSink.all(List.of(failing, last));
        assertThatThrownBy(both::close).hasMessage("The disk is full.");
        assertThat(last.entries).containsExactly("close");
    }

    @Test
    void refusesAnOutcomeThatLosesRows() {
        assertThatThrownBy(() -> new FileOutcome("a.csv", List.of(), 1, 3, 3, 1, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new FileOutcome("a.csv", List.of(), 1, 5, 3, 1, false).rowsMerged()).isEqualTo(1);
    }

    private static class Diary implements ReportSink {
        final List<String> entries = new ArrayList<>();
        private final boolean showing;

        Diary(boolean showing) {
            this.showing = showing;
        }

        @Override
        public void begin(String file) {
            entries.add("begin " + file);
        }

        @Override
        public void accept(Issue issue) {
            entries.add("issue");
        }

        @Override
        public void accept(Issue issue, Sensitive value) {
            entries.add("value");
        }

        @Override
        public boolean showsValues() {
            return showing;
        }

        @Override
        public void end(FileOutcome outcome) {
            entries.add("end " + outcome.file());
        }

        @Override
        public void amend(String file, List<Issue> issues) {
            entries.add("amend " + file);
        }

        @Override
        public void close() {
            entries.add("close");
        }
    }
}
