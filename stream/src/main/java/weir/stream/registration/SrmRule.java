package weir.stream.registration;

import java.util.function.Consumer;

/// One rule of the registration of one form, with a name that stays.
record SrmRule(String name, Question question) {

    /// What the rule asks of an object.
    interface Question {
        void ask(RegistrationObject object, Findings findings);
    }

    /// Takes what a rule finds.
    static final class Findings {

        private final String rule;
        private final Consumer<SrmFinding> sink;

        Findings(String rule, Consumer<SrmFinding> sink) {
            this.rule = rule;
            this.sink = sink;
        }

        void add(String column, String text) {
            sink.accept(new SrmFinding(rule, column, text));
        }
    }

    void ask(RegistrationObject object, Consumer<SrmFinding> sink) {
        question.ask(object, new Findings(name, sink));
    }
}
