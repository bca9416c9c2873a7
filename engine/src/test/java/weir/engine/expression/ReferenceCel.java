package weir.engine.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import weir.engine.dataset.Field;
import weir.engine.dataset.Table;
import weir.engine.expression.internal.Scope;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// A condition as `dev.cel` reads it, asked of the same rows as ours.
final class ReferenceCel {

    /// What a condition comes to.
    enum Outcome {
        TRUE,
        FALSE,
        OPEN
    }

    private static final CelType DAY = SimpleType.TIMESTAMP;
    private static final CelType INT = SimpleType.INT;

    private final Table table;
    private final Map<String, LocalDate> constants;
    private final CelRuntime.Program program;

    ReferenceCel(String condition, Table table, Map<String, LocalDate> constants)
            throws CelValidationException, CelEvaluationException {
        this.table = table;
        this.constants = constants;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL)
                .addFunctionDeclarations(
                        function("date", DAY, SimpleType.STRING),
                        function("age_on", INT, DAY, DAY),
                        function("days", INT, DAY, DAY),
                        function("plus_days", DAY, DAY, INT),
                        function("plus_months", DAY, DAY, INT),
                        function("plus_years", DAY, DAY, INT));
        constants.keySet().forEach(name -> builder.addVar(name, DAY));
        for (Field field : table.fields()) {
            builder.addVar(Scope.nameOf(field), type(field));
        }
        CelAbstractSyntaxTree tree = builder.build().compile(condition).getAst();
        program = CelRuntimeFactory.plannerRuntimeBuilder()
                .addFunctionBindings(
                        CelFunctionBinding.from("date_1", String.class, text -> instant(LocalDate.parse(text))),
                        days("age_on_2", (birth, on) -> (long) Period.between(birth, on).getYears()),
                        days("days_2", ChronoUnit.DAYS::between),
                        later("plus_days_2", LocalDate::plusDays),
                        later("plus_months_2", LocalDate::plusMonths),
                        later("plus_years_2", LocalDate::plusYears))
                .build()
                .createProgram(tree);
    }

    private static CelFunctionDecl function(String name, CelType result, CelType... parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(name + "_" + parameters.length, result, List.of(parameters)));
    }

    private interface OfDays {
        long of(LocalDate a, LocalDate b);
    }

    private interface Move {
        LocalDate by(LocalDate day, long count);
    }

    @SuppressWarnings("Immutable") // The functions given have no state.
    private static CelFunctionBinding days(String id, OfDays function) {
        return CelFunctionBinding.from(id, Instant.class, Instant.class, (a, b) -> function.of(day(a), day(b)));
    }

    @SuppressWarnings("Immutable") // The functions given have no state.
    private static CelFunctionBinding later(String id, Move move) {
        return CelFunctionBinding.from(id, Instant.class, Long.class, (a, b) -> instant(move.by(day(a), b)));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static CelType type(Field field) {
        return switch (Scope.kindOf(field.type())) {
            case DAY -> DAY;
            case INT -> NullableType.create(SimpleType.INT);
            case DOUBLE -> NullableType.create(SimpleType.DOUBLE);
            case BOOL -> NullableType.create(SimpleType.BOOL);
            case TEXT, NULL, LIST -> NullableType.create(SimpleType.STRING);
        };
    }

    Outcome of(Row row) {
        Map<String, Object> names = new HashMap<>();
        constants.forEach((name, day) -> names.put(name, instant(day)));
        for (int i = 0; i < table.fields().size(); i++) {
            names.put(Scope.nameOf(table.fields().get(i)), object(row.value(i)));
        }
        try {
            return Boolean.TRUE.equals(program.eval(names)) ? Outcome.TRUE : Outcome.FALSE;
        } catch (CelEvaluationException e) {
            return Outcome.OPEN;
        }
    }

    private static Object object(Value value) {
        return switch (value) {
            case Value.Blank _ -> NullValue.NULL_VALUE;
            case Value.Day day -> instant(day.date());
            case Value.Whole whole -> whole.number();
            case Value.Decimal decimal -> decimal.number().doubleValue();
            case Value.Flag flag -> flag.isSet();
            case Value.Text text -> text.text();
            case Value.Clock clock -> clock.text();
        };
    }
}
