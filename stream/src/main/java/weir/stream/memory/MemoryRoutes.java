package weir.stream.memory;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.database.Database;
import weir.platform.web.Problem;
import weir.platform.web.Routes;
import weir.stream.memory.store.GraphStore;

/// `/sms/collections`, `/sms/find`, `/sms/localfind`: what the memory holds. Whoever reads objects stands in the journal.
///
/// `defer` of old clients is let pass and does nothing: it never did. To read much, read in pages by `limit` and `after`.
/// Source: sections 1.3 and 4.4 of the facts of NIAS.
public final class MemoryRoutes implements Routes {

    private static final int PAGE = 20_000;
    private static final int CHUNK = 200;
    private static final int WRITE_BUFFER = 1 << 16;
    private static final String NEITHER = "Must have at least one query parameter 'id' or 'collection'.";

    private final Database database;
    private final AccessEvents events;
    private final GraphStore graph = new GraphStore();

    public MemoryRoutes(Database database, AccessEvents events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/sms/collections", this::collections, Permission.READ_STREAMS);
        routes.get("/sms/find", this::find, Permission.READ_STREAMS);
        routes.get("/sms/localfind", this::localFind, Permission.READ_STREAMS);
    }

    private void collections(Context request) {
        request.json(database.read(graph::collections));
    }

    private void find(Context request) throws IOException {
        String id = Parameters.text(request, "id");
        String collection = Parameters.text(request, "collection");
        if (id.isEmpty() && collection.isEmpty()) {
            request.status(400).result(NEITHER);
            return;
        }
        boolean isWithData = collection.isEmpty() || Parameters.text(request, "include_messages").equals("true");
        Page page = new Page(id, collection, Parameters.text(request, "after"), Parameters.count(request, "limit", Long.MAX_VALUE));
        events.personalDataRead(Caller.of(request), Optional.empty(), Parameters.audited("find", id, collection));
        // What is missing in the database is found before anything is sent.
        List<String> first = ids(page);
        request.contentType("application/json");
        OutputStream out = new BufferedOutputStream(request.outputStream(), WRITE_BUFFER);
        write(page, first, new Found(out, isWithData), isWithData);
    }

    /// What is asked for: those after an id, so many at most.
    private record Page(String id, String collection, String after, long limit) {

        Page next(List<String> seen) {
            return new Page(id, collection, seen.getLast(), limit - seen.size());
        }
    }

    private void write(Page page, List<String> first, Found found, boolean isWithData) throws IOException {
        Page current = page;
        List<String> ids = first;
        while (!ids.isEmpty()) {
            for (int from = 0; from < ids.size(); from += CHUNK) {
                List<String> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
                found.add(database.read(transaction -> graph.known(transaction, chunk, page.collection(), isWithData)));
            }
            boolean isLast = page.collection().isEmpty() || ids.size() < PAGE;
            current = current.next(ids);
            ids = isLast ? List.of() : ids(current);
        }
        found.end();
    }

    private List<String> ids(Page page) {
        int limit = (int) Math.min(PAGE, page.limit());
        if (limit == 0) {
            return List.of();
        }
        if (page.collection().isEmpty()) {
            return List.of(page.id());
        }
        return database.read(transaction -> page.id().isEmpty()
                ? graph.members(transaction, page.collection(), page.after(), limit)
                : graph.find(transaction, page.id(), page.collection(), page.after(), limit));
    }

    /// Finds the object that a school knows by an id of its own, and sends the client to what is tied to it.
    private void localFind(Context request) throws IOException {
        String id = Parameters.text(request, "id");
        String collection = Parameters.text(request, "collection");
        if (id.isEmpty()) {
            throw Problem.badRequest("missing-id", "Which object?", "Name the local id: id=…").refused();
        }
        events.personalDataRead(Caller.of(request), Optional.empty(), Parameters.audited("find by local id", id, collection));
        Optional<String> found = database.read(transaction -> {
            List<String> others = List.of("localid:" + id, "oneroster_identifier:" + id, "oneroster_userId:" + id,
                    "oneroster_courseCode:" + id, "oneroster_classCode:" + id);
            Optional<String> inCollection = graph.byLocalId(transaction, others, collection);
            return inCollection.isPresent() ? inCollection : graph.byLocalId(transaction, others, "");
        });
        if (found.isEmpty()) {
            request.contentType("application/json");
            new Found(request.outputStream(), true).end();
            return;
        }
        request.redirect("/sms/find?id=" + encoded(found.get())
                + (collection.isEmpty() ? "" : "&collection=" + encoded(collection)), HttpStatus.FOUND);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
