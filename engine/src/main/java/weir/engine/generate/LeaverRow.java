package weir.engine.generate;

import java.io.IOException;
import java.time.LocalDate;

/// Writes the row (OC3) of a young person who left care at sixteen or later and in this year turns 17 to 21.
final class LeaverRow {

    private final Story story;
    private final FinancialYear year;
    private final boolean due;

    private LeaverRow(Story story, FinancialYear year, boolean due) {
        this.story = story;
        this.year = year;
        this.due = due;
    }

    static LeaverRow of(Story story, FinancialYear year) {
        Child child = story.child();
        int left = story.spells().getLast().end();
        boolean due = left <= year.end() && child.age(left) >= 16 && hasBirthday(child, left, year);
        return new LeaverRow(story, year, due);
    }

    private static boolean hasBirthday(Child child, int left, FinancialYear year) {
        LocalDate born = LocalDate.ofEpochDay(child.born());
        for (int age = 17; age <= 21; age++) {
            int birthday = (int) born.plusYears(age).toEpochDay();
            if (birthday >= left && year.has(birthday)) {
                return true;
            }
        }
        return false;
    }

    boolean isDue() {
        return due;
    }

    void write(Rows rows) throws IOException {
        if (!due) {
            return;
        }
        String touch = ChildCodes.IN_TOUCH.pick(story.random());
        Line line = rows.line().text(story.child().id()).day(story.child().born()).text(touch);
        if (touch.equals("YES")) {
            line.text(ChildCodes.activity(year.year()).pick(story.random()))
                    .text(ChildCodes.ACCOMMODATION.pick(story.random()));
        } else {
            line.text("0").text("0");
        }
        rows.write(Ssda903Table.OC3);
    }
}
