package weir.engine.generate;

import java.io.IOException;
import java.util.random.RandomGenerator;

/// Writes the yearly health row (OC2) of a child who on 31 March has been in care for twelve months.
final class HealthRow {

    private final Story story;
    private final Child child;
    private final RandomGenerator random;
    private final FinancialYear year;
    private final Rows rows;

    HealthRow(Story story, FinancialYear year, Rows rows) {
        this.story = story;
        this.child = story.child();
        this.random = story.random();
        this.year = year;
        this.rows = rows;
    }

    void write() throws IOException {
        if (story.spells().stream().noneMatch(spell -> spell.start() <= year.start() && spell.end() > year.end())) {
            return;
        }
        Line line = rows.line().text(child.id()).day(child.born());
        int age = child.age(year.end());
        difficulties(line, age);
        chance(line, age >= 10, 3);
        chance(line, age < 5, 88);
        chance(line, true, 85);
        chance(line, true, 76);
        chance(line, true, 89);
        substances(line, age);
        rows.write(Ssda903Table.OC2);
    }

    /// The strengths and difficulties score of a child aged 4 to 16, or why there is none.
    private void difficulties(Line line, int age) {
        if (age < 4 || age > 16) {
            line.blank().blank();
        } else if (random.nextInt(100) < 77) {
            line.text(Integer.toString((random.nextInt(41) + random.nextInt(33)) / 2)).blank();
        } else {
            line.blank().text(ChildCodes.SDQ_REASON.pick(random));
        }
    }

    private void substances(Line line, int age) {
        boolean misuse = random.nextInt(100) < (age >= 12 ? 6 : 0);
        line.flag(misuse);
        boolean received = random.nextInt(100) < 45;
        if (misuse) {
            line.flag(received);
        } else {
            line.blank();
        }
        chance(line, misuse && !received, 70);
    }

    private void chance(Line line, boolean asked, int percent) {
        boolean yes = random.nextInt(100) < percent;
        if (asked) {
            line.flag(yes);
        } else {
            line.blank();
        }
    }
}
