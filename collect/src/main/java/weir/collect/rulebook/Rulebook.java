package weir.collect.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Report;
import weir.engine.dataset.UseCase;
import weir.engine.organisation.Agreements;
import weir.engine.organisation.Organisation;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.protect.PseudonymKey;
import weir.engine.recognise.RetentionWindow;
import weir.engine.rule.Rule;
import weir.engine.rule.RuleBook;
import weir.engine.rule.RuleBooks;

/// The rules by which deliveries are checked and outputs made, as this process knows them. Safe for many threads.
///
/// A fingerprint names them, so that it can be seen whether something was made by the rules of today.
public final class Rulebook {

    private final Supplier<Datasets> datasets;
    private final Organisations organisations;
    private final Optional<PseudonymKey> pseudonymKey;
    private final ConcurrentMap<DatasetId, String> fingerprints = new ConcurrentHashMap<>();
    private final ConcurrentMap<DatasetId, String> ruleFingerprints = new ConcurrentHashMap<>();
    private final ConcurrentMap<DatasetId, RuleBook> rules = new ConcurrentHashMap<>();
    private final ConcurrentMap<DatasetId, List<Report>> reports = new ConcurrentHashMap<>();

    public Rulebook(Supplier<Datasets> datasets, Organisations organisations, Optional<PseudonymKey> pseudonymKey) {
        this.datasets = datasets;
        this.organisations = organisations;
        this.pseudonymKey = pseudonymKey;
    }

    /// What a file may be.
    public Catalogue catalogue() {
        return datasets.get();
    }

    public List<Dataset> datasets() {
        return datasets.get().all();
    }

    public Optional<Dataset> dataset(String id) {
        return datasets().stream().filter(dataset -> dataset.id().value().equals(id)).findFirst();
    }

    /// The rules across cells, records and tables of a dataset.
    public RuleBook rules(Dataset dataset) {
        return rules.computeIfAbsent(
                dataset.id(), _ -> RuleBooks.in(datasets.get().folder()).of(dataset));
    }

    /// Whether a dataset has rules across records.
    public boolean hasAcross(Dataset dataset) {
        return rules(dataset).rules().stream().anyMatch(rule -> rule.test() instanceof Rule.Across);
    }

    /// The reports of a dataset.
    public List<Report> reports(Dataset dataset) {
        return reports.computeIfAbsent(dataset.id(), id -> datasets.get().reports(id));
    }

    /// The organisation of a code. One that is not in the file any more stands for itself and has signed nothing.
    public Organisation organisation(OrganisationCode code) {
        return organisations.find(code).orElseGet(() -> new Organisation(code, code.value()));
    }

    public Agreements agreements(OrganisationCode code) {
        return organisations.agreements(code);
    }

    public Optional<PseudonymKey> pseudonymKey() {
        return pseudonymKey;
    }

    /// Names the rules by which a file of an organisation is checked.
    public String ofChecks(OrganisationCode code) {
        StringBuilder text = new StringBuilder();
        for (Dataset dataset : datasets()) {
            text.append(fingerprint(dataset)).append(ofRules(dataset)).append(agreements(code).hasSignedAny(dataset))
                    .append(agreements(code).closed(dataset.id()));
        }
        return sha256(text.toString());
    }

    /// Names the rules by which an organisation's share of a dataset is made on a day: they change with the specification,
    /// with what is signed, with the years that may be held, and with the key of pseudonyms.
    public String ofShare(OrganisationCode code, Dataset dataset, LocalDate today) {
        StringBuilder text = new StringBuilder(fingerprint(dataset));
        text.append(organisation(code).name());
        for (UseCase useCase : agreements(code).signedOf(dataset)) {
            UseCase.Retention held = useCase.retention();
            text.append(useCase.name()).append(RetentionWindow.on(today, held.years(), held.startMonth()));
        }
        pseudonymKey.ifPresent(key -> text.append(key.version()));
        return sha256(text.toString());
    }

    /// Names a dataset's rules across cells, records and tables.
    public String ofRules(Dataset dataset) {
        return ruleFingerprints.computeIfAbsent(dataset.id(), _ -> sha256(rules(dataset).toString()));
    }

    private String fingerprint(Dataset dataset) {
        return fingerprints.computeIfAbsent(dataset.id(), _ -> sha256(dataset.toString()));
    }

    /// @return 64 hexadecimal digits
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
