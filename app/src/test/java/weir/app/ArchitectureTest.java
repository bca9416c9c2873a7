package weir.app;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/// The rules of the house, held to the compiled classes.
final class ArchitectureTest {

    private static final String[] STEPS = {
        "weir.engine.clean..",
        "weir.engine.enrich..",
        "weir.engine.protect..",
        "weir.engine.compare..",
        "weir.engine.repair.."
    };

    private static final String[] PARTS = {
        "weir.collect..", "weir.stream..", "weir.serve..", "weir.observe..", "weir.submit.."
    };

    private static JavaClasses weir = new ClassFileImporter().importClasses();

    @BeforeAll
    static void readTheClasses() {
        weir = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("weir");
    }

    @Test
    void seesTheEngineAndTheProgram() {
        assertThat(weir.contain("weir.engine.pipeline.ReturnRun")).isTrue();
        assertThat(weir.contain("weir.platform.database.Database")).isTrue();
        assertThat(weir.contain("weir.collect.delivery.Deliveries")).isTrue();
        assertThat(weir.contain("weir.app.Main")).isTrue();
        assertThat(weir.contain("weir.app.ArchitectureTest")).isFalse();
    }

    @Test
    void theEngineKnowsOnlyTheJdkAndItsParsers() {
        classes().that().resideInAPackage("weir.engine..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        "weir.engine..",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "de.siegmar.fastcsv..",
                        "org.snakeyaml..",
                        "org.dhatim..",
                        "org.apache.parquet..",
                        "blue.strategic.parquet..",
                        "com.github.luben.zstd..",
                        "javax.xml.stream..",
                        "com.ctc.wstx..",
                        "org.codehaus.stax2..",
                        "tools.jackson.core..")
                .check(weir);
        noClasses().that().resideInAPackage("weir.engine..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "java.sql..", "javax.sql..", "java.net.http..", "java.util.logging..", "java.awt..", "java.rmi..")
                .check(weir);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "enrich", "protect", "compare", "repair"})
    void aStepKnowsNoOtherStepAndNotTheirOrder(String step) {
        String own = "weir.engine." + step + "..";
        String[] others = Stream.concat(
                        Arrays.stream(STEPS).filter(other -> !other.equals(own)),
                        Stream.of("weir.engine.pipeline.."))
                .toArray(String[]::new);
        noClasses().that().resideInAPackage(own)
                .should().dependOnClassesThat().resideInAnyPackage(others)
                .check(weir);
    }

    @Test
    void onlyThePipelineBringsTheStepsTogether() {
        classes().that().resideOutsideOfPackage("weir.engine.pipeline..")
                .should(dependOnOneStepAtMost())
                .check(weir);
    }

    private static ArchCondition<JavaClass> dependOnOneStepAtMost() {
        return new ArchCondition<>("depend on one step at most") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                List<String> steps = from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .filter(name -> Arrays.stream(STEPS).anyMatch(step -> (name + "..").equals(step)))
                        .distinct()
                        .toList();
                if (steps.size() > 1) {
                    events.add(SimpleConditionEvent.violated(from, from.getName() + " depends on " + steps));
                }
            }
        };
    }

    @Test
    void onlyFormatReadsFiles() {
        noClasses().that().resideOutsideOfPackages("weir.engine.format..", "weir.platform.backup")
                .should().dependOnClassesThat().resideInAPackage("java.util.zip..")
                .because("only a backup reads what it has compressed itself")
                .check(weir);
        noClasses().that().resideOutsideOfPackage("weir.engine.format..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.dhatim..",
                        "org.apache.parquet..",
                        "blue.strategic.parquet..",
                        "java.util.jar..",
                        "de.siegmar.fastcsv.reader..")
                .check(weir);
        noClasses().that().resideOutsideOfPackages("weir.engine.format..", "weir.stream.sif..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "javax.xml..", "com.ctc.wstx..", "org.codehaus.stax2..", "org.xml.sax..", "org.w3c.dom..")
                .because("documents of SIF are validated while they are split, and by nobody else")
                .check(weir);
        noClasses().that().resideOutsideOfPackages("weir.engine.format..", "weir.engine.issue.report..")
                .should().dependOnClassesThat().resideInAPackage("de.siegmar.fastcsv..")
                .because("reports write CSV of their own: a report is no table and no record goes through it")
                .check(weir);
        noClasses().that().resideOutsideOfPackage("weir.engine.yaml..")
                .should().dependOnClassesThat().resideInAPackage("org.snakeyaml..")
                .check(weir);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("weir.engine.(*)..").should().beFreeOfCycles().check(weir);
        slices().matching("weir.platform.(*)..").should().beFreeOfCycles().check(weir);
        slices().matching("weir.collect.(*)..").should().beFreeOfCycles().check(weir);
        slices().matching("weir.stream.(*)..").should().beFreeOfCycles().check(weir);
        slices().matching("weir.app.(*)..").should().beFreeOfCycles().check(weir);
        slices().matching("weir.(*)..").should().beFreeOfCycles().check(weir);
    }

    @Test
    void dependenciesPointFromTheProgramToTheEngine() {
        noClasses().that().resideInAPackage("weir.engine..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        Stream.concat(Stream.of("weir.platform..", "weir.app.."), Arrays.stream(PARTS)).toArray(String[]::new))
                .check(weir);
        noClasses().that().resideInAPackage("weir.platform..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        Stream.concat(Stream.of("weir.app.."), Arrays.stream(PARTS)).toArray(String[]::new))
                .check(weir);
        noClasses().that().resideInAnyPackage(PARTS)
                .should().dependOnClassesThat().resideInAPackage("weir.app..")
                .allowEmptyShould(true)
                .check(weir);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collect", "stream", "serve", "observe", "submit"})
    void aPartKnowsNoOtherPart(String part) {
        String own = "weir." + part + "..";
        noClasses().that().resideInAPackage(own)
                .should().dependOnClassesThat().resideInAnyPackage(
                        Arrays.stream(PARTS).filter(other -> !other.equals(own)).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(weir);
    }

    @Test
    void onlyStoresSpeakToTheDatabase() {
        noClasses().that().resideOutsideOfPackages("weir.platform.database..", "weir.platform.analysis..", "weir..store..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.duckdb..", "org.jdbi..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..", "io.zonky..")
                .check(weir);
    }

    @Test
    void onlyTheBrokerSpeaksToKafka() {
        noClasses().that().resideOutsideOfPackages("weir.platform.broker..", "weir.stream..")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..", "kafka..")
                .check(weir);
    }

    @Test
    void nobodyImportsTheInternalsOfAnother() {
        classes().should(new ArchCondition<>("depend on no other package's internal") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForeignInternal(from, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(from, dependency.getDescription())));
            }
        }).check(weir);
    }

    private static boolean isForeignInternal(JavaClass from, JavaClass to) {
        int internal = (to.getPackageName() + ".").indexOf(".internal.");
        return to.getPackageName().startsWith("weir.")
                && internal >= 0
                && !(from.getPackageName() + ".").startsWith(to.getPackageName().substring(0, internal) + ".");
    }

    @Test
    void noNameIsAJunkDrawer() {
        noClasses().should().haveSimpleNameContaining("Util")
                .orShould().haveSimpleNameContaining("Helper")
                .orShould().haveSimpleNameContaining("Manager")
                .orShould().haveSimpleNameContaining("Impl")
                .orShould().haveSimpleNameEndingWith("Data")
                .orShould().haveSimpleNameEndingWith("Info")
                .check(weir);
    }

    @Test
    void noStateIsStatic() {
        ArchRule rule = noFields().that().areDeclaredInClassesThat().resideInAPackage("weir..")
                .and().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should().notBeFinal();
        rule.check(weir);
    }

    @Test
    void timeAndRandomnessComeIn() {
        noCall("now", Instant.class, LocalDate.class, LocalDateTime.class, LocalTime.class, OffsetDateTime.class,
                ZonedDateTime.class, Year.class);
        noClasses().should().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "nanoTime")
                .orShould().callMethod(Math.class, "random")
                .orShould().callMethod(UUID.class, "randomUUID")
                .orShould().callMethod(ThreadLocalRandom.class, "current")
                .orShould().callMethod(Clock.class, "systemDefaultZone")
                .orShould().callMethod(Clock.class, "systemUTC")
                .orShould().callConstructor(Random.class)
                .orShould().callConstructor(SplittableRandom.class)
                .orShould().callConstructor(SecureRandom.class)
                .check(weir);
    }

    private static void noCall(String method, Class<?>... owners) {
        for (Class<?> owner : owners) {
            noClasses().should().callCodeUnitWhere(target(DescribedPredicate.describe(
                            owner.getSimpleName() + "." + method,
                            called -> called.getOwner().isEquivalentTo(owner) && called.getName().equals(method))))
                    .check(weir);
        }
    }

    @Test
    void charsetZoneAndLocaleAreWrittenOut() {
        noClasses().should().callMethod(Charset.class, "defaultCharset")
                .orShould().callMethod(Locale.class, "getDefault")
                .orShould().callMethod(Locale.class, "getDefault", Locale.Category.class)
                .orShould().callMethod(ZoneId.class, "systemDefault")
                .orShould().callMethod(String.class, "format", String.class, Object[].class)
                .orShould().callMethod(String.class, "formatted", Object[].class)
                .orShould().callMethod(String.class, "toLowerCase")
                .orShould().callMethod(String.class, "toUpperCase")
                .orShould().callMethod(String.class, "getBytes")
                .orShould().callConstructor(String.class, byte[].class)
                .orShould().callConstructor(InputStreamReader.class, InputStream.class)
                .orShould().callConstructor(OutputStreamWriter.class, OutputStream.class)
                .orShould().callConstructor(PrintWriter.class, OutputStream.class)
                .orShould().callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould().callMethod(PrintWriter.class, "format", String.class, Object[].class)
                .check(weir);
    }
}
