package weir.app.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import weir.engine.organisation.Organisations;

/// A folder of datasets with one whose use case demands the control of disclosure: `people` by removed rows, `visits` by
/// blanked fields, the report `totals` by small counts.
final class SurveyDataset {

    private final Path folder;

    SurveyDataset(Path folder) throws IOException {
        this.folder = folder;
        write("survey/dataset.yaml", """
                dataset: survey
                title: A survey
                period: year
                first: 2020
                source: guide
                sources:
                  guide: {title: A guide}
                tables: [people, visits]
                """);
        write("survey/tables/people.yaml", """
                title: People
                identity: {key: [ID]}
                fields:
                  ID: {type: text, required: true}
                  PLACE: {type: text}
                """);
        write("survey/tables/visits.yaml", """
                title: Visits
                identity: {key: [VISIT]}
                fields:
                  VISIT: {type: text, required: true}
                  CLUB: {type: text}
                """);
        write("survey/reports/totals.sql", """
                -- title: People by place
                -- use-case: OPEN
                -- needs: survey.people
                -- outputs: totals
                -- rule: One row for each organisation and place, with the number of people.
                CREATE VIEW totals AS
                SELECT LA, PLACE, count(*) AS people FROM survey_people GROUP BY LA, PLACE ORDER BY LA, PLACE;
                """);
        useCase("people");
        write("organisations.yaml", """
                organisations:
                  BAR: Barnet
                  BEX: Bexley
                  BAD: Barking and Dagenham
                signed:
                  survey:
                    OPEN: [BAR, BEX, BAD]
                """);
    }

    /// @param counted the field of the report that holds counts
    void useCase(String counted) throws IOException {
        write("survey/use-cases/OPEN.yaml", """
                use-case: OPEN
                title: What anybody may know
                agreement:
                  title: An agreement
                  clauses:
                    "1": What is named here is shared.
                    "2": All else is not.
                    "6.1": A combination that fewer than three people share is not shown.
                    "6.2": A number below three is not shown.
                retention: {years: 12, clause: "1"}
                otherwise: {clause: "2"}
                tables:
                  people:
                    clause: "1"
                    fields:
                      ID: {clause: "1"}
                      PLACE: {clause: "1"}
                    add:
                      LA: {enrich: organisation-name, clause: "1"}
                    disclosure:
                      k-anonymity: {fields: [PLACE], k: 3, rare: remove-rows, clause: "6.1"}
                  visits:
                    clause: "1"
                    fields:
                      VISIT: {clause: "1"}
                      CLUB: {clause: "1"}
                    disclosure:
                      k-anonymity: {fields: [CLUB], k: 3, rare: blank-fields, clause: "6.1"}
                reports:
                  totals:
                    small-counts: {fields: [COUNTED], k: 3, groups: [LA], clause: "6.2"}
                """.replace("COUNTED", counted));
    }

    Path folder() {
        return folder;
    }

    Organisations organisations() {
        return Organisations.read(folder.resolve("organisations.yaml"));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolve("..").normalize());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }
}
