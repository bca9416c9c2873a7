package weir.engine.generate;

import java.io.IOException;
import java.util.random.RandomGenerator;

import weir.engine.generate.CareDetails.Absence;
import weir.engine.generate.CareDetails.Worker;

/// Writes what a year's return holds about one child, table by table.
final class ReturnRows {

    private final Story story;
    private final Child child;
    private final CareDetails details;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final Rows rows;
    private final FinancialYear year;

    ReturnRows(Story story, CareDetails details, Identifiers identifiers, FinancialYear year, Rows rows) {
        this.story = story;
        this.child = story.child();
        this.details = details;
        this.identifiers = identifiers;
        this.random = story.random();
        this.rows = rows;
        this.year = year;
    }

    void write() throws IOException {
        boolean inCare = story.meets(year);
        LeaverRow leaver = LeaverRow.of(story, year);
        if (inCare || leaver.isDue()) {
            header();
        }
        if (inCare) {
            new EpisodeRows(identifiers, year, rows).write(story);
            reviews();
            if (!leaver.isDue()) {
                unaccompanied();
            }
            absences();
            earlierPermanence();
            workers();
            new HealthRow(story, year, rows).write();
            new AdoptionRows(story, year, rows).write();
        }
        leaver.write(rows);
    }

    private Line begin() {
        return rows.line().text(child.id()).day(child.born());
    }

    private void header() throws IOException {
        boolean mother = details.ownChild() <= year.end();
        Line line = rows.line()
                .text(child.id())
                .text(ChildCodes.sex(year.year(), child.girl()))
                .day(child.born())
                .text(child.ethnic())
                .text(details.pupil())
                .text(mother ? "1" : child.girl() && child.age(year.end()) >= 12 ? "0" : "");
        if (mother) {
            line.day(details.ownChild());
        } else {
            line.blank();
        }
        rows.write(Ssda903Table.HEADER);
    }

    private void reviews() throws IOException {
        for (int day : details.reviews()) {
            if (year.has(day)) {
                begin().day(day).text(child.age(day) < 4 ? "PN0" : ChildCodes.REVIEW.pick(random));
                rows.write(Ssda903Table.REVIEWS);
            }
        }
    }

    private void unaccompanied() throws IOException {
        if (child.unaccompanied()) {
            Line line = begin().text(ChildCodes.sex(year.year(), child.girl()));
            if (year.has(child.adult())) {
                line.day(child.adult());
            } else {
                line.blank();
            }
            rows.write(Ssda903Table.UASC);
        }
    }

    private void absences() throws IOException {
        for (Absence absence : details.absences()) {
            if (year.meets(absence.start(), absence.end())) {
                endWith(begin().text(absence.kind()).day(absence.start()), absence.end());
                rows.write(Ssda903Table.MISSING);
            }
        }
    }

    /// Told in the year in which care began: for most that there was none.
    private void earlierPermanence() throws IOException {
        int start = story.spells().getFirst().start();
        if (!year.has(start)) {
            return;
        }
        if (random.nextInt(20) > 0 || start - child.born() < 400) {
            begin().text("Z1").blank().blank();
        } else {
            begin().text(ChildCodes.EARLIER_PERMANENCE.pick(random))
                    .text(identifiers.earlierCouncil(random))
                    .day(child.born() + 90 + random.nextInt(start - child.born() - 180));
        }
        rows.write(Ssda903Table.PREV_PERM);
    }

    private void workers() throws IOException {
        if (year.year() < Ssda903Table.SOCIAL_WORKER.since()) {
            return;
        }
        for (Worker worker : details.workers()) {
            if (year.meets(worker.start(), worker.end())) {
                Line line = begin().text(worker.id()).day(worker.start());
                endWith(line, worker.end());
                line.text(worker.end() <= year.end() ? worker.reason() : "");
                rows.write(Ssda903Table.SOCIAL_WORKER);
            }
        }
    }

    /// An end is reported when it lies in the year.
    private void endWith(Line line, int end) {
        if (end <= year.end()) {
            line.day(end);
        } else {
            line.blank();
        }
    }
}
