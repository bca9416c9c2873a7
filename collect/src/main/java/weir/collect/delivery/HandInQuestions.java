package weir.collect.delivery;

import java.util.List;
import java.util.Optional;

import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.yaml.Nearest;
import weir.platform.web.Problem;

/// What whoever hands in over HTTP must say: whose data it is, what the file is called, and which delivery it belongs to.
public final class HandInQuestions {

    private static final int FILE_NAME_LIMIT = 400;

    private final Deliveries deliveries;
    private final Organisations organisations;

    /// @param organisations who may hand in
    public HandInQuestions(Deliveries deliveries, Organisations organisations) {
        this.deliveries = deliveries;
        this.organisations = organisations;
    }

    /// @param said empty when nothing was said
    /// @throws weir.platform.web.RequestRefused 400 when it is not one of ours
    public OrganisationCode organisation(Optional<String> said) {
        String text = said.orElse("");
        List<String> known = organisations.all().stream().map(one -> one.code().value()).toList();
        if (!known.contains(text)) {
            throw Problem.badRequest("unknown-organisation", "Whose is it?",
                            "Say who hands in with organisation=CODE, a code of organisations.yaml." + Nearest.question(text, known))
                    .refused();
        }
        return new OrganisationCode(text);
    }

    /// The path of a file as its sender names it, with `/` between folders: the year may stand in it.
    /// @throws weir.platform.web.RequestRefused 400 when it is none
    public static String file(Optional<String> said) {
        String file = said.orElse("");
        if (!isFit(file)) {
            throw Problem.badRequest("unknown-file", "Which file is it?",
                            "Name it as FOLDER/NAME, at most " + FILE_NAME_LIMIT + " characters, without '..'.")
                    .refused();
        }
        return file;
    }

    /// Whether a text can be the path of a file.
    public static boolean isFit(String file) {
        return !file.isBlank() && file.length() <= FILE_NAME_LIMIT && !file.startsWith("/")
                && file.chars().noneMatch(Character::isISOControl) && !("/" + file + "/").contains("/../");
    }

    /// A new delivery, or the organisation's earlier one to which the file belongs.
    /// @param said empty for a new one
    /// @throws weir.platform.web.RequestRefused 404 when there is no such delivery
    public DeliveryId delivery(Optional<String> said, OrganisationCode organisation) {
        return said.map(text -> DeliveryId.parse(text)
                        .flatMap(deliveries::find)
                        .filter(delivery -> delivery.organisation().equals(organisation))
                        .orElseThrow(() -> Problem.notFound("delivery").refused())
                        .id())
                .orElseGet(deliveries::begin);
    }
}
