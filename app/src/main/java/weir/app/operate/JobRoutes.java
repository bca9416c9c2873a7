package weir.app.operate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.job.Job;
import weir.platform.job.JobFilter;
import weir.platform.job.JobId;
import weir.platform.job.JobState;
import weir.platform.job.Jobs;
import weir.platform.web.Problem;
import weir.platform.web.Routes;

/// `/v1/jobs`: what runs, what waits, what failed; to stop a job and to let a dead one try again.
public final class JobRoutes implements Routes {

    private final Jobs jobs;

    public JobRoutes(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/jobs", this::list, Permission.OPERATE_JOBS);
        routes.get("/v1/jobs/{id}", this::one, Permission.OPERATE_JOBS);
        routes.post("/v1/jobs/{id}/cancel", this::cancel, Permission.OPERATE_JOBS);
        routes.post("/v1/jobs/{id}/retry", this::retry, Permission.OPERATE_JOBS);
    }

    /// `GET /v1/jobs?state=waiting,running&kind=check-delivery&before=CURSOR`, the newest first, fifty at a time.
    private void list(Context request) {
        JobFilter filter = JobFilter.all().kind(Optional.ofNullable(request.queryParam("kind")).orElse(""));
        Optional<String> state = Optional.ofNullable(request.queryParam("state"));
        if (state.isPresent()) {
            filter = filter.in(EnumSet.copyOf(
                    Arrays.stream(state.get().split(",", -1)).map(JobRoutes::state).toList()));
        }
        Optional<String> before = Optional.ofNullable(request.queryParam("before"));
        if (before.isPresent()) {
            filter = filter.before(id(before.get()));
        }
        List<Job> page = jobs.list(filter);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jobs", page.stream().map(JobRoutes::shown).toList());
        answer.put("next", page.size() == filter.limit() ? page.getLast().id().toString() : null);
        request.json(answer);
    }

    private static JobState state(String code) {
        for (JobState state : JobState.values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw Problem.badRequest("unknown-state", "There is no such state",
                        "Jobs are " + String.join(", ", Arrays.stream(JobState.values()).map(JobState::code).toList()) + ".")
                .refused();
    }

    private static JobId id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.notFound("job").refused();
        }
        return new JobId(Long.parseLong(text));
    }

    private Job found(Context request) {
        return jobs.find(id(request.pathParam("id"))).orElseThrow(() -> Problem.notFound("job").refused());
    }

    private void one(Context request) {
        request.json(shown(found(request)));
    }

    private void cancel(Context request) {
        Job job = found(request);
        if (!jobs.cancel(job.id(), Caller.of(request).actor())) {
            throw new Problem(409, "already-ended", "The job has ended", "There is nothing left to cancel.").refused();
        }
        request.status(202).json(shown(found(request)));
    }

    private void retry(Context request) {
        Job job = found(request);
        if (!jobs.retry(job.id(), Caller.of(request).actor())) {
            throw new Problem(409, "not-dead", "The job is not dead", "Only a job that failed for good is tried again.").refused();
        }
        request.status(202).json(shown(found(request)));
    }

    private static Map<String, Object> shown(Job job) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", job.id().toString());
        shown.put("kind", job.kind());
        shown.put("key", job.key());
        shown.put("organisation", job.organisation());
        shown.put("state", job.state().code());
        shown.put("attempt", job.attempt());
        shown.put("failures", job.failures());
        shown.put("progress", Map.of("done", job.progress().done(), "total", job.progress().total(), "what", job.progress().what()));
        shown.put("reason", job.reason());
        shown.put("submitted_by", job.submitter().toString());
        shown.put("process", job.process());
        shown.put("submitted", job.times().submitted().toString());
        shown.put("due", job.times().due().toString());
        shown.put("started", job.times().started().map(Object::toString).orElse(null));
        shown.put("ended", job.times().ended().map(Object::toString).orElse(null));
        return shown;
    }
}
