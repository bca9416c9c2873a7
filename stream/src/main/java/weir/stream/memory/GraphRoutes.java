package weir.stream.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.web.Problem;
import weir.platform.web.Routes;
import weir.stream.memory.store.DashboardStore;
import weir.stream.memory.store.GraphStore;
import weir.stream.memory.store.Neighbour;

/// `/graph_data/…`: what the dashboards of old clients draw, each an array of JSON. Whoever reads what is about people stands in
/// the journal. Source: section 1.4 of the facts of NIAS.
public final class GraphRoutes implements Routes {

    private static final int MOST_EDGES = 10_000;
    private static final Pattern GUID = Pattern.compile(
            "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private final Database database;
    private final AccessEvents events;
    private final GraphStore graph = new GraphStore();
    private final DashboardStore dashboards = new DashboardStore();

    public GraphRoutes(Database database, AccessEvents events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/graph_data/linked_collections", this::linkedCollections, Permission.READ_STREAMS);
        routes.get("/graph_data/local_network", this::localNetwork, Permission.READ_STREAMS);
        routes.get("/graph_data/attendance_per_class", this::attendancePerClass, Permission.READ_STREAMS);
        routes.get("/graph_data/most_absent_students", this::mostAbsentStudents, Permission.READ_STREAMS);
        routes.get("/graph_data/payment_delinquency", this::paymentDelinquency, Permission.READ_STREAMS);
        routes.get("/graph_data/debtor_languages", this::debtorLanguages, Permission.READ_STREAMS);
    }

    private void audit(Context request, String what) {
        events.personalDataRead(Caller.of(request), Optional.empty(), "graph " + what);
    }

    private static String id(Context request) {
        String id = Parameters.text(request, "id");
        if (id.isEmpty()) {
            throw Problem.badRequest("missing-id", "Which object?", "Name its id: id=…").refused();
        }
        return id;
    }

    private void linkedCollections(Context request) {
        String id = id(request);
        audit(request, "linked collections");
        List<Map<String, Object>> shown = new ArrayList<>();
        database.read(transaction -> graph.linked(transaction, id)).forEach((collection, count) ->
                shown.add(ordered("collection", collection, "data", count)));
        request.json(shown);
    }

    private void localNetwork(Context request) {
        String id = id(request);
        audit(request, "local network");
        request.json(database.read(transaction -> new Network(transaction, id).edges()));
    }

    /// The edges around an object: to all that is tied to it, and in collections of which nothing is, to what is tied to that.
    private final class Network {

        private final Transaction transaction;
        private final String id;
        private final Map<String, Integer> nodes = new HashMap<>();
        private final List<Map<String, Object>> edges = new ArrayList<>();

        Network(Transaction transaction, String id) {
            this.transaction = transaction;
            this.id = id;
            nodes.put(id, 0);
        }

        List<Map<String, Object>> edges() {
            Set<String> collections = new TreeSet<>(graph.collections(transaction));
            add("direct", id, collections);
            edges.forEach(edge -> collections.remove(edge.get("collection")));
            for (String near : collections.isEmpty() ? List.<String>of() : graph.near(transaction, id, MOST_EDGES)) {
                add("indirect", near, collections);
            }
            return edges;
        }

        private void add(String link, String from, Collection<String> collections) {
            int left = MOST_EDGES - edges.size();
            if (left <= 0) {
                return;
            }
            for (Neighbour neighbour : graph.neighbours(transaction, from, collections, left)) {
                if (!neighbour.id().equals(id)) {
                    edges.add(ordered(
                            "collection", neighbour.collection(), "link", link, "id", neighbour.id(), "label", label(neighbour),
                            "origin", node(from), "target", node(neighbour.id())));
                }
            }
        }

        private int node(String of) {
            return nodes.computeIfAbsent(of, _ -> nodes.size());
        }

        private static String label(Neighbour neighbour) {
            return GUID.matcher(neighbour.label()).find() ? "[" + neighbour.collection() + "]" : neighbour.label();
        }
    }

    private void attendancePerClass(Context request) {
        audit(request, "attendance per class");
        request.json(database.read(dashboards::absencesByClass).stream()
                .map(average -> ordered("class", average.label(), "average absences", average.average()))
                .toList());
    }

    private void mostAbsentStudents(Context request) {
        audit(request, "most absent students");
        request.json(database.read(dashboards::mostAbsent).stream()
                .map(count -> ordered("student", count.label(), "absences", count.count()))
                .toList());
    }

    private void paymentDelinquency(Context request) {
        OptionalLong least = request.queryParam("least") == null
                ? OptionalLong.empty()
                : OptionalLong.of(Parameters.count(request, "least", 0));
        audit(request, "payment delinquency");
        request.json(database.read(transaction -> dashboards.unpaid(transaction, least)).stream()
                .map(count -> ordered("debtor", count.label(), "delinquency", count.count()))
                .toList());
    }

    private void debtorLanguages(Context request) {
        audit(request, "debtor languages");
        request.json(database.read(transaction -> {
            List<Map<String, Object>> shown = new ArrayList<>();
            dashboards.debtors(transaction, debtor -> debtor.contact().flatMap(HomeLanguage::of).ifPresent(language ->
                    shown.add(ordered("debtor", debtor.label(), "language", language))));
            return shown;
        }));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }
}
