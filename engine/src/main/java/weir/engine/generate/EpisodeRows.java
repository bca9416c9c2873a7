package weir.engine.generate;

import java.io.IOException;

/// Writes the episodes of a child that a year's return holds: those with a day in the year. An end is written only if
/// it lies in the year.
final class EpisodeRows {

    private final Identifiers identifiers;
    private final FinancialYear year;
    private final Rows rows;

    EpisodeRows(Identifiers identifiers, FinancialYear year, Rows rows) {
        this.identifiers = identifiers;
        this.year = year;
        this.rows = rows;
    }

    void write(Story story) throws IOException {
        for (Episode episode : story.episodes()) {
            if (year.meets(episode.start(), episode.end())) {
                fill(rows.line(), story.child(), episode);
                rows.write(Ssda903Table.EPISODES);
            }
        }
    }

    private void fill(Line line, Child child, Episode episode) {
        line.text(child.id())
                .day(episode.start())
                .text(episode.reason())
                .text(episode.legal())
                .text(child.need())
                .text(episode.placement().place())
                .text(episode.placement().provider());
        if (episode.end() <= year.end()) {
            line.day(episode.end()).text(episode.ended()).text(episode.change());
        } else {
            line.blank().blank().blank();
        }
        Postcode.write(line, child.home());
        Postcode.write(line, episode.placement().postcode());
        identifiers.writeRegistration(line, episode.placement().registration());
    }
}
