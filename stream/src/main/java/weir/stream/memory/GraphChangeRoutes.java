package weir.stream.memory;

import java.util.List;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.database.Database;
import weir.platform.journal.Action;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.web.Problem;
import weir.platform.web.Routes;
import weir.stream.graph.GraphTuple;
import weir.stream.memory.store.GraphStore;

/// `/hookup`, `/equiv`, `/sms/merge_ids`, `/sms/objects/…` and `/sms/flush`: what people say of the graph and take out of the
/// memory. What is sent to the index answers when the broker has it, and shows a moment later.
///
/// Old clients merge and flush by `GET`; so a page of another site could make a browser do it, and is refused.
/// Source: sections 1.2 and 1.3 of the facts of NIAS.
public final class GraphChangeRoutes implements Routes {

    private static final Action OBJECT_DELETED = new Action("object-deleted");
    private static final long MOST_TIES = 100_000;

    private final Database database;
    private final GraphChanges changes;
    private final Journal journal;
    private final GraphStore graph = new GraphStore();
    private final MemoryFlush flush;

    public GraphChangeRoutes(Database database, GraphChanges changes, Journal journal) {
        this.database = database;
        this.changes = changes;
        this.journal = journal;
        this.flush = new MemoryFlush(database, journal);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/hookup", request -> changes.say(ties(request)), Permission.POST_STREAMS);
        routes.delete("/hookup", request -> changes.withdraw(ties(request)), Permission.POST_STREAMS);
        routes.post("/equiv", request -> changes.say(List.of(GraphTuple.equivalence(same(request)))), Permission.POST_STREAMS);
        routes.delete("/equiv", request -> changes.withdraw(equivalences(same(request))), Permission.POST_STREAMS);
        routes.get("/sms/merge_ids", this::mergeIds, Permission.POST_STREAMS);
        routes.post("/sms/merge_ids", this::mergeIds, Permission.POST_STREAMS);
        routes.delete("/sms/objects/<id>", this::delete, Permission.POST_STREAMS);
        routes.get("/sms/flush", this::flush, Permission.ADMINISTER);
        routes.delete("/sms/flush", this::flush, Permission.ADMINISTER);
    }

    private static List<GraphTuple> ties(Context request) {
        List<String> sources = Parameters.ids(request, "sourceid");
        List<String> targets = Parameters.ids(request, "targetid");
        if (sources.isEmpty() || targets.isEmpty()) {
            throw Problem.badRequest("missing-ids", "Which objects?", "Name both: sourceid=…&targetid=…, each with commas between.")
                    .refused();
        }
        if ((long) sources.size() * targets.size() > MOST_TIES) {
            throw Problem.badRequest("too-many-ties", "Too many at once", "Send it in parts: at most " + MOST_TIES + " pairs each.")
                    .refused();
        }
        return GraphTuple.ties(sources, targets);
    }

    private static List<String> same(Context request) {
        List<String> ids = Parameters.ids(request, "ids");
        if (ids.size() < 2) {
            throw Problem.badRequest("missing-ids", "Which objects?", "Name two ids at least: ids=…, with commas between.").refused();
        }
        return ids;
    }

    /// Of each pair among ids: in whatever order they were declared, they are taken back.
    private static List<GraphTuple> equivalences(List<String> ids) {
        return ids.stream()
                .limit(ids.size() - 1L)
                .map(id -> GraphTuple.equivalence(ids.subList(ids.indexOf(id), ids.size())))
                .toList();
    }

    private void mergeIds(Context request) {
        refuseForeignPage(request);
        changes.say(database.read(graph::merged).stream()
                .map(same -> GraphTuple.equivalence(List.of(same.one(), same.other())))
                .toList());
        request.result("SIF - OneRoster id merge complete");
    }

    private void delete(Context request) {
        String id = request.pathParam("id");
        if (!Ids.isFit(id)) {
            throw Problem.notFound("object").refused();
        }
        // Who knows the id can tell by its hash that it is meant; nobody else can.
        journal.append(Entry.of(OBJECT_DELETED, Caller.of(request).actor(), new Subject("object", JsonKeys.hash(id))));
        changes.delete(id);
        request.status(202);
    }

    private void flush(Context request) {
        refuseForeignPage(request);
        flush.flush(Caller.of(request).actor(), Parameters.text(request, "rebuild").equals("true"));
    }

    private static void refuseForeignPage(Context request) {
        String site = request.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Problem(403, "foreign-form", "Not from here",
                    "This change came from a page of another site. Nothing was changed.").refused();
        }
    }
}
