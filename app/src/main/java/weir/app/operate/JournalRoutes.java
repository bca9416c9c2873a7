package weir.app.operate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.Permission;
import weir.platform.journal.AnchorStore;
import weir.platform.journal.Journal;
import weir.platform.journal.JournalFilter;
import weir.platform.journal.SealedEntry;
import weir.platform.journal.Verification;
import weir.platform.web.Problem;
import weir.platform.web.Routes;

/// `/v1/journal`: what happened, page by page, and whether the chain holds.
public final class JournalRoutes implements Routes {

    private final Journal journal;
    private final AnchorStore anchors;

    public JournalRoutes(Journal journal, AnchorStore anchors) {
        this.journal = journal;
        this.anchors = anchors;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/journal", this::page, Permission.READ_JOURNAL);
        routes.get("/v1/journal/verification", this::verify, Permission.READ_JOURNAL);
    }

    /// `GET /v1/journal?after=SEQUENCE`, oldest first, a hundred at a time.
    private void page(Context request) {
        long after = Optional.ofNullable(request.queryParam("after")).map(JournalRoutes::sequence).orElse(0L);
        List<SealedEntry> page = journal.page(JournalFilter.all().after(after).limit(100));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("entries", page.stream().map(JournalRoutes::shown).toList());
        answer.put("next", page.size() == 100 ? Long.toString(page.getLast().sequence()) : null);
        request.json(answer);
    }

    private static long sequence(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.badRequest("bad-cursor", "That is no cursor", "Take 'next' of the page before as it is.").refused();
        }
        return Long.parseLong(text);
    }

    private static Map<String, Object> shown(SealedEntry sealed) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sequence", sealed.sequence());
        shown.put("at", sealed.written().at().toString());
        shown.put("action", sealed.entry().action().code());
        shown.put("actor", sealed.entry().actor().toString());
        shown.put("subject", sealed.entry().subject().toString());
        shown.put("organisation", sealed.entry().organisation());
        shown.put("run", sealed.entry().run());
        shown.put("counts", sealed.entry().counts());
        shown.put("details", sealed.entry().details());
        shown.put("hash", sealed.hash().toString());
        return shown;
    }

    private void verify(Context request) {
        Verification found = journal.verify(anchors, _ -> {});
        request.json(Map.of("is_whole", found instanceof Verification.Intact, "text", found.words()));
    }
}
