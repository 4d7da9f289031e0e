package io.plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.theme.Theme;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TypedDay;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The walls of the house. */
@AnalyzeClasses(packages = "io.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java/io/plumbline");
    private static final int MOST_LINES_OF_A_SCREEN = 250;

    /** What the filters of the sign-in and the public form ask: there is nobody yet who could have a permission. */
    private static final Set<String> BEFORE_SIGN_IN =
            Set.of("io.plumbline.access.signin.CurrentAccountQuery", "io.plumbline.leads.requests.FormTokens");

    @Test
    void noScreenClassExceedsTheLineLimit() throws IOException {
        try (var sources = Files.walk(SOURCES)) {
            assertThat(sources.filter(source ->
                                    SOURCES.relativize(source).toString().matches(".*/ui/.*\\.java"))
                            .filter(source -> lines(source) > MOST_LINES_OF_A_SCREEN))
                    .isEmpty();
        }
    }

    private static long lines(Path source) {
        try (var lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Screens and the public form lie above all of them. */
    @ArchTest
    static final ArchRule leadPackagesDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("clock")
            .definedBy("io.plumbline.leads.clock")
            .layer("person")
            .definedBy("io.plumbline.leads.person")
            .layer("lead")
            .definedBy("io.plumbline.leads")
            .layer("queue")
            .definedBy("io.plumbline.leads.queue")
            .layer("calling")
            .definedBy("io.plumbline.leads.calling")
            .layer("online")
            .definedBy("io.plumbline.leads.online")
            .layer("list")
            .definedBy("io.plumbline.leads.list")
            .layer("report")
            .definedBy("io.plumbline.leads.report")
            .layer("duplicates")
            .definedBy("io.plumbline.leads.duplicates")
            .layer("requests")
            .definedBy("io.plumbline.leads.requests")
            .layer("imports")
            .definedBy("io.plumbline.leads.imports")
            .layer("review")
            .definedBy("io.plumbline.leads.review")
            .layer("migration")
            .definedBy("io.plumbline.leads.migration")
            .layer("screens")
            .definedBy("io.plumbline.leads.ui..", "io.plumbline.leads.web")
            .whereLayer("clock")
            .mayNotAccessAnyLayer()
            .whereLayer("person")
            .mayNotAccessAnyLayer()
            .whereLayer("lead")
            .mayOnlyAccessLayers("clock", "person")
            .whereLayer("queue")
            .mayOnlyAccessLayers("lead", "clock", "person")
            .whereLayer("calling")
            .mayOnlyAccessLayers("queue", "lead", "clock", "person")
            .whereLayer("online")
            .mayOnlyAccessLayers("calling", "lead", "clock", "person")
            .whereLayer("list")
            .mayOnlyAccessLayers("lead", "clock", "person")
            .whereLayer("report")
            .mayOnlyAccessLayers("list", "lead", "clock", "person")
            .whereLayer("duplicates")
            .mayOnlyAccessLayers("lead", "clock", "person")
            .whereLayer("requests")
            .mayOnlyAccessLayers("duplicates", "lead", "clock", "person")
            .whereLayer("imports")
            .mayOnlyAccessLayers("lead", "clock", "person")
            .whereLayer("review")
            .mayOnlyAccessLayers("lead", "clock", "person")
            .whereLayer("migration")
            .mayOnlyAccessLayers("person")
            .whereLayer("screens")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule everyViewDeclaresItsRoles = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    /** A view elsewhere would have no address; the tests without a browser find their views in another way. */
    @ArchTest
    static final ArchRule vaadinFindsEveryViewAtTheStart = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .or()
            .areAssignableTo(HasErrorParameter.class)
            .or()
            .areAssignableTo(AppShellConfigurator.class)
            .should()
            .resideInAnyPackage(
                    Stream.of(Plumbline.class.getAnnotation(EnableVaadin.class).value())
                            .map(searched -> searched + "..")
                            .toArray(String[]::new));

    @ArchTest
    static final ArchRule everyServiceDeclaresItsPermission =
            classes().that().areAnnotatedWith(Service.class).should().beAnnotatedWith(Requires.class);

    /**
     * A screen asks only those who state a permission. What is behind a service may ask the store without one, as long as
     * no screen and no page can reach past the service.
     */
    @ArchTest
    static final ArchRule queriesUsedByPagesDeclareTheirPermission = classes()
            .that(describe("are public components that ask the store", ArchitectureTest::asksTheStore))
            .and(describe("are asked by somebody who is signed in", type -> !BEFORE_SIGN_IN.contains(type.getName())))
            .should(new ArchCondition<JavaClass>("state a permission, or be unknown to screens and pages") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!statesItsPermission(type)) {
                        type.getDirectDependenciesToSelf().stream()
                                .filter(known -> isPage(known.getOriginClass()))
                                .forEach(known ->
                                        events.add(SimpleConditionEvent.violated(type, known.getDescription())));
                    }
                }
            });

    @ArchTest
    static final ArchRule everyServiceIsTransactional =
            classes().that().areAnnotatedWith(Service.class).should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule entitiesRepositoriesAndViewsAreNotPublic = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Route.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule onlyScreensDependOnScreens = noClasses()
            .that(describe("are no screens", type -> !isScreen(type)))
            .should()
            .dependOnClassesThat(describe("are screens", ArchitectureTest::isScreen));

    @ArchTest
    static final ArchRule onlyPartsOfScreensDependOnUiPackages = noClasses()
            .that(describe("are no part of a screen", type -> !isPartOfScreen(type)))
            .should()
            .dependOnClassesThat(describe("are in a ui package", ArchitectureTest::isInUi));

    /** Two packages that know each other cannot be understood one after the other. */
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.plumbline.(**)").should().beFreeOfCycles();

    /**
     * What every part of a module needs is in its root; a part may know the root, never the other way round. A lead itself
     * stands on two packages that know no lead: {@link #leadPackagesDependInOneDirection}. Everything may know the ids,
     * which know nothing.
     */
    @ArchTest
    static final ArchRule theRootPackageOfAModuleDoesNotDependOnItsSubpackages = classes()
            .that()
            .resideInAPackage("io.plumbline.*")
            .and()
            .resideOutsideOfPackage("io.plumbline.leads")
            .should(new ArchCondition<JavaClass>("know no sub-package of their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(known ->
                                    known.getTargetClass().getPackageName().startsWith(type.getPackageName() + "."))
                            .filter(known ->
                                    !known.getTargetClass().getPackageName().equals("io.plumbline.shared.ids"))
                            .forEach(known -> events.add(SimpleConditionEvent.violated(type, known.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule screensDoNotAccessTheDatabase = noClasses()
            .that()
            .resideInAPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..", "org.springframework.jdbc..", "org.springframework.data.jpa..");

    @ArchTest
    static final ArchRule noOtherModuleDependsOnTheAuditTrail = noClasses()
            .that()
            .resideOutsideOfPackage("io.plumbline.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.plumbline.audit..");

    /** Their own parsers make another day, time or number of what was typed. */
    @ArchTest
    static final ArchRule dateTimeAndNumberFieldsAreCreatedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("io.plumbline.shared.ui")
            .should()
            .callConstructorWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(belongToAnyOf(
                    DatePicker.class,
                    TimePicker.class,
                    DateTimePicker.class,
                    IntegerField.class,
                    NumberField.class,
                    BigDecimalField.class))));

    /** Another format beside theirs would show what the reader's own parser refuses, or takes for another day. */
    @ArchTest
    static final ArchRule datesAndTimesAreFormattedInOnePlace = noClasses()
            .that(describe(
                    "are neither the formats nor the parser of dates",
                    type -> !type.isAssignableTo(DisplayFormats.class) && !type.isAssignableTo(TypedDay.class)))
            .should()
            .callMethodWhere(describe("make a format", ArchitectureTest::isFormat))
            .orShould()
            .callConstructor(DateTimeFormatterBuilder.class);

    @ArchTest
    static final ArchRule onlyTheClockConfigReadsTheSystemTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.plumbline.startup.ClockConfig")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    /** Which beans there are is worked out when the jar is packed; a condition would keep its answer from then. */
    @ArchTest
    static final ArchRule noBeanDependsOnASetting = noClasses()
            .that()
            .areNotAnnotatedWith(ConditionalOnWebApplication.class)
            .should()
            .beMetaAnnotatedWith(Conditional.class);

    @ArchTest
    static final ArchRule noBeanOfAMethodDependsOnASetting =
            noMethods().should().beMetaAnnotatedWith(Conditional.class);

    /** Whoever disables a button with the click must enable it again also where the action failed: that is one place's work. */
    @ArchTest
    static final ArchRule disableOnClickIsUsedInOnePlace = noClasses()
            .that()
            .areNotAssignableTo(Ui.class)
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("setDisableOnClick")));

    @ArchTest
    static final ArchRule nothingNeedsAFrontEndBundle = noClasses()
            .should()
            .beAnnotatedWith(JsModule.class)
            .orShould()
            .beAnnotatedWith(NpmPackage.class)
            .orShould()
            .beAnnotatedWith(CssImport.class)
            .orShould()
            .beAnnotatedWith(Theme.class);

    @ArchTest
    static final ArchRule servicesNeverHandOutEntities = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .and()
            .arePublic()
            .should(new ArchCondition<JavaMethod>("return an entity, also within another type") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getReturnType().getAllInvolvedRawTypes().stream()
                            .filter(type -> type.isAnnotatedWith(Entity.class))
                            .forEach(type -> events.add(SimpleConditionEvent.satisfied(
                                    method, method.getFullName() + " returns " + type.getName())));
                }
            });

    /** One way to write a form: decision 35. */
    @ArchTest
    static final ArchRule formsDoNotUseABinder = noClasses()
            .that()
            .resideOutsideOfPackage("io.plumbline.shared.ui")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Binder.class);

    /** Three widths, the first field focused, the action last, nothing typed is lost. */
    @ArchTest
    static final ArchRule dialogsAreSetUpInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Dialogs.class.getName())
            .should()
            .callMethodWhere(describe(
                    "set up a dialog",
                    call -> call.getTargetOwner().isAssignableTo(Dialog.class)
                            && Set.of("setHeaderTitle", "setWidth").contains(call.getName())));

    /** In one place of the screen, for one time, with one way to undo. */
    @ArchTest
    static final ArchRule messagesOverTheScreenAreToasts = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Toast.class.getName())
            .and()
            // it stays until it is closed
            .doNotHaveSimpleName("EscalationNotice")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Notification.class);

    /** The id of a plan is not accepted as that of a note. */
    @ArchTest
    static final ArchRule servicesTakeAndReturnTypedIds = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .and()
            .arePublic()
            .should(new ArchCondition<JavaMethod>("take or return a bare UUID, also within another type") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                            .filter(type -> type.isEquivalentTo(UUID.class))
                            .forEach(type -> events.add(SimpleConditionEvent.satisfied(
                                    method, method.getFullName() + " takes or returns a UUID")));
                }
            });

    private static boolean asksTheStore(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .anyMatch(known -> known.isAssignableTo(Repository.class)
                                || known.isEquivalentTo(EntityManager.class)
                                || known.getPackageName().startsWith("org.springframework.jdbc.core"));
    }

    private static boolean statesItsPermission(JavaClass type) {
        return type.isAnnotatedWith(Requires.class)
                || type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .allMatch(method -> method.isAnnotatedWith(Requires.class));
    }

    /** A Vaadin screen, or what answers a request that is none. */
    private static boolean isPage(JavaClass type) {
        return isPartOfScreen(type) || type.getPackageName().matches("io\\.plumbline\\..+\\.web");
    }

    private static boolean isScreen(JavaClass type) {
        // the dialog that asks for the password is a part of every module's screens, like those in shared.ui
        return isInUi(type)
                && !type.getPackageName().startsWith("io.plumbline.shared.ui")
                && !type.getPackageName().equals("io.plumbline.access.ui.proof");
    }

    private static boolean isInUi(JavaClass type) {
        return type.getPackageName().matches("io\\.plumbline\\..+\\.ui(\\..+)?");
    }

    /** The shell and the start page are modules that have nothing but screens, so they need no package for them. */
    private static boolean isPartOfScreen(JavaClass type) {
        return isInUi(type) || type.getPackageName().matches("io\\.plumbline\\.(shell|today)");
    }

    private static boolean isFormat(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        return owner.isEquivalentTo(DateTimeFormatter.class) && call.getName().startsWith("of")
                || (owner.isEquivalentTo(DayOfWeek.class) || owner.isEquivalentTo(Month.class))
                        && call.getName().equals("getDisplayName");
    }
}
