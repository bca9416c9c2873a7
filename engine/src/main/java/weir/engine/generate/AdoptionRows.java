package weir.engine.generate;

import java.io.IOException;
import java.util.random.RandomGenerator;

/// Writes a child's placements for adoption in a year, and the adoption itself (AD1) in the year it is made.
final class AdoptionRows {

    private final Story story;
    private final Child child;
    private final RandomGenerator random;
    private final FinancialYear year;
    private final Rows rows;

    AdoptionRows(Story story, FinancialYear year, Rows rows) {
        this.story = story;
        this.child = story.child();
        this.random = story.random();
        this.year = year;
        this.rows = rows;
    }

    void write() throws IOException {
        for (Episode episode : story.episodes()) {
            if (episode.placement().isAdoption() && year.meets(episode.start(), episode.end())) {
                placed(episode);
                if (episode.isAdopted() && year.has(episode.end())) {
                    adopted(episode);
                }
            }
        }
    }

    private void placed(Episode episode) throws IOException {
        Line line = rows.line().text(child.id()).day(child.born()).day(decision(episode));
        if (episode.isAdopted() || episode.end() > year.end()) {
            line.blank().blank();
        } else {
            line.day(episode.end()).text(ChildCodes.PLACED_CEASED.pick(random));
        }
        rows.write(Ssda903Table.PLACED_ADOPTION);
    }

    /// The day on which the council decided for adoption, the same in each year's return.
    private int decision(Episode episode) {
        int care = story.spells().getLast().start();
        return Math.max(care, episode.start() - 60 - Math.floorMod(episode.start() * 31, 120));
    }

    private void adopted(Episode episode) throws IOException {
        int interest = decision(episode);
        int match = Math.max(interest, episode.start() - 10 - random.nextInt(40));
        String place = episode.placement().place();
        boolean couple = random.nextInt(100) < 88;
        String adopters = (couple ? ChildCodes.TWO_ADOPTERS : ChildCodes.ONE_ADOPTER).pick(random);
        rows.line()
                .text(child.id())
                .day(child.born())
                .day(interest)
                .day(match)
                .flag(place.equals("A3") || place.equals("A5"))
                .text(couple ? "2" : "1")
                .text(adopters)
                .text(ChildCodes.legalStatusOfAdopters(adopters, random.nextInt(100) < 75));
        rows.write(Ssda903Table.AD1);
    }
}
