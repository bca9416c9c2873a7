package weir.collect.returns;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.collect.delivery.HandInQuestions;
import weir.collect.delivery.ReportForm;
import weir.engine.organisation.OrganisationCode;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.web.Problem;
import weir.platform.web.Routes;

/// `/v1/returns`: what the rules across records found in each return of an organisation.
public final class ReturnRoutes implements Routes {

    private final Returns returns;
    private final HandInQuestions questions;

    public ReturnRoutes(Returns returns, HandInQuestions questions) {
        this.returns = returns;
        this.questions = questions;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/returns", this::list, Permission.SEE_DELIVERIES);
        routes.get("/v1/returns/{dataset}/{period}/report", this::report, Permission.SEE_DELIVERIES);
    }

    /// `GET /v1/returns?organisation=BAD`, in the order of dataset and period, the newest period first.
    private void list(Context request) {
        List<ReturnCheck> found = returns.of(organisation(request));
        request.json(Map.of("returns", found.stream().map(ReturnRoutes::shown).toList()));
    }

    private OrganisationCode organisation(Context request) {
        OrganisationCode organisation = questions.organisation(Optional.ofNullable(request.queryParam("organisation")));
        Caller.of(request).require(Permission.SEE_DELIVERIES, organisation, "organisation");
        return organisation;
    }

    /// `GET /v1/returns/ssda903/2024/report?organisation=BAD`; `&form=` json, csv, error-report, html or text.
    private void report(Context request) throws IOException {
        ReturnCheck check = returns.find(organisation(request), request.pathParam("dataset"), request.pathParam("period"))
                .orElseThrow(() -> Problem.notFound("checked return").refused());
        ReportForm form = ReportForm.of(request);
        request.contentType(form.mediaType());
        request.result(returns.report(check, form));
    }

    /// A checked return as the API shows it.
    public static Map<String, Object> shown(ReturnCheck check) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dataset", check.dataset());
        shown.put("period", check.period());
        shown.put("checked_at", check.checkedAt().toString());
        shown.put("rules_asked", check.asked());
        shown.put("rules_not_asked", check.notAsked());
        shown.put("missing_tables", check.missing());
        shown.put("errors", check.errors());
        shown.put("warnings", check.warnings());
        shown.put("notices", check.notices());
        shown.put("report", "/v1/returns/" + check.dataset() + "/" + check.period() + "/report?organisation=" + check.organisation());
        return shown;
    }
}
