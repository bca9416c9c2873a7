package weir.collect.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.engine.organisation.OrganisationCode;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.objects.TooLarge;
import weir.platform.unit.DataSize;
import weir.platform.web.Body;
import weir.platform.web.Multipart;
import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;
import weir.platform.web.Routes;

/// `POST /v1/deliveries`: one file as the body, or several as a form.
public final class HandInRoutes implements Routes {

    /// Files of one form at most.
    private static final int FILES = 1_000;

    private final Deliveries deliveries;
    private final HandInQuestions questions;
    private final DataSize limit;

    /// @param limit the largest file that is taken
    public HandInRoutes(Deliveries deliveries, HandInQuestions questions, DataSize limit) {
        this.deliveries = deliveries;
        this.questions = questions;
        this.limit = limit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/v1/deliveries", this::receive, Permission.HAND_IN);
    }

    private void receive(Context request) throws IOException {
        OrganisationCode organisation = questions.organisation(Optional.ofNullable(request.queryParam("organisation")));
        Caller caller = Caller.of(request);
        caller.require(Permission.HAND_IN, organisation, "organisation");
        if (Multipart.isSentBy(request)) {
            receiveForm(request, organisation, caller);
        } else {
            receiveBody(request, organisation, caller);
        }
    }

    private DeliveryId delivery(Context request, OrganisationCode organisation) {
        return questions.delivery(Optional.ofNullable(request.queryParam("delivery")), organisation);
    }

    /// `?organisation=BAD&file=2024/header.csv` with the file's bytes as the body. 201 when it is kept and will be checked;
    /// 200 when the same bytes were handed in under this name before.
    private void receiveBody(Context request, OrganisationCode organisation, Caller caller) throws IOException {
        String file = HandInQuestions.file(Optional.ofNullable(request.queryParam("file")));
        Received received;
        try (InputStream body = Body.of(request, limit)) {
            received = deliveries.receive(delivery(request, organisation), organisation, file, body, limit.bytes(), caller.actor());
        } catch (TooLarge e) {
            throw tooLarge();
        }
        request.status(received.isNew() ? 201 : 200);
        DeliveryId id = received.file().delivery();
        request.header("Location", "/v1/deliveries/" + id);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id.toString());
        answer.put("organisation", organisation.value());
        answer.putAll(DeliveryRoutes.shown(received.file()));
        answer.put("is_new", received.isNew());
        request.json(answer);
    }

    private RequestRefused tooLarge() {
        return new Problem(413, "body-too-large", "The file is too large", "The most that is taken is " + limit + ".").refused();
    }

    /// What became of one file of a form.
    private record Answer(int status, Optional<DeliveryId> delivery, Map<String, Object> shown) {}

    /// `?organisation=BAD` with `multipart/form-data`: every part with a file name is a file of one delivery, and its file
    /// name the path. Each is answered for itself: 201 when one is new, 200 when all that were taken were known.
    private void receiveForm(Context request, OrganisationCode organisation, Caller caller) throws IOException {
        DeliveryId delivery = delivery(request, organisation);
        List<Answer> answers = new ArrayList<>();
        DataSize whole = new DataSize(Math.min(limit.bytes(), Long.MAX_VALUE / FILES) * FILES);
        try (InputStream body = Body.of(request, whole)) {
            Multipart form = Multipart.of(request, body, FILES);
            for (Optional<Multipart.Part> part = form.next(); part.isPresent(); part = form.next()) {
                if (part.get().fileName().isPresent()) {
                    answers.add(receivePart(part.get(), delivery, organisation, caller));
                }
            }
        }
        if (answers.isEmpty()) {
            throw Problem.badRequest("no-file", "There is no file in the form", "Send each file as a part with a file name.").refused();
        }
        answer(request, organisation, answers);
    }

    private Answer receivePart(Multipart.Part part, DeliveryId delivery, OrganisationCode organisation, Caller caller)
            throws IOException {
        String file = part.fileName().orElseThrow();
        try {
            String path = HandInQuestions.file(part.fileName());
            Received received =
                    deliveries.receive(delivery, organisation, path, part.content(), limit.bytes(), caller.actor());
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("delivery", received.file().delivery().toString());
            shown.putAll(DeliveryRoutes.shown(received.file()));
            shown.put("is_new", received.isNew());
            return new Answer(received.isNew() ? 201 : 200, Optional.of(received.file().delivery()), shown);
        } catch (TooLarge e) {
            return refused(file, tooLarge().problem());
        } catch (RequestRefused e) {
            if (e.problem().code().equals("unknown-file")) {
                return refused(file, e.problem());
            }
            throw e;
        }
    }

    private static Answer refused(String file, Problem problem) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("file", file);
        shown.put("problem", problem);
        return new Answer(problem.status(), Optional.empty(), shown);
    }

    private static void answer(Context request, OrganisationCode organisation, List<Answer> answers) {
        Answer best = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .or(() -> answers.stream().filter(answer -> answer.status() == 200).findFirst())
                .orElse(answers.getFirst());
        Map<String, Object> whole = new LinkedHashMap<>();
        best.delivery().ifPresent(id -> {
            request.header("Location", "/v1/deliveries/" + id);
            whole.put("id", id.toString());
        });
        whole.put("organisation", organisation.value());
        whole.put("files", answers.stream().map(Answer::shown).toList());
        request.status(best.status()).json(whole);
    }
}
