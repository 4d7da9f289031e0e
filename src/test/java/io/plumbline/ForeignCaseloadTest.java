package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Rbac;
import io.plumbline.support.Staff;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every method of every service that takes a patient or a clinical record is asked for one of a patient whom the current user
 * does not treat: it answers as if there were none, and does nothing.
 */
@DemoTest
class ForeignCaseloadTest {
    /** A record of each kind of a patient with whom that account has no relation, and who is at another clinic. */
    private static final Map<String, String> RECORDS = Map.of(
            "PatientId", "select r.patient_id from session_note r",
            "NoteId", "select r.id from session_note r",
            "PlanId", "select r.id from treatment_plan r",
            "IntakeId", "select r.id from intake_note r",
            "ReferralId", "select r.id from referral r",
            "OrderId", "select r.id from checkout_order r");

    private static final String FOREIGN = " where r.patient_id not in (select x.patient_id from patient_relation x"
            + " join staff_account a on a.id = x.staff_id where a.username = ?) limit 1";

    /** Steps of another service, which has asked for the relation before; no screen calls them. */
    private static final Set<String> STEPS = Set.of(
            "AppointmentService.markHeldInRelation",
            "AskedRelationService.endByFlag",
            "AskedRelationService.endByTaking",
            "AskedRelationService.relateByTaking",
            "AskedRelationService.renewByTaking",
            "AskedRelationService.endToConclude",
            "AskedRelationService.relateToConclude",
            "HeldTreatmentService.record",
            "PatientHeaderService.nextVisitIs",
            "PatientService.holdHeader",
            "PatientService.holdHeaderToMark",
            "RelationService.breakGlassEnded",
            "RelationService.endRelation",
            "RelationService.handOverPlan",
            "RelationService.relateByAppointment",
            "RelationService.requireMoreThanReason");

    /** What they answer says nothing of the patient: the scope, which is the current user's; an addendum never begun. */
    private static final Set<String> EMPTY_ANSWERS = Set.of("RelationService.scopeOf", "NoteAmendmentService.draftOf");

    /** Without an effect where there is no relation, and without a message: the wish is fulfilled. */
    private static final Set<String> NO_EFFECT = Set.of("BreakGlassService.close", "RestrictedNoteService.breakGlass");

    @Autowired
    Staff staff;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"chiropractor", "therapist"})
    void noServiceShowsOrChangesARecordOfAPatientOfOthers(String who) {
        var records = new TreeMap<String, UUID>();
        RECORDS.forEach((kind, sql) -> jdbc.sql(sql + FOREIGN)
                .param(who)
                .query(byte[].class)
                .optional()
                .ifPresent(id -> records.put(kind, Ids.uuid(id))));
        assertThat(records).containsKeys("PatientId", "NoteId", "PlanId");
        var allowed = allowedTo(who);
        var answered = new ArrayList<String>();
        var notReached = new ArrayList<String>();
        var refused = 0;
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            for (var method : type.getDeclaredMethods()) {
                var name = type.getSimpleName() + "." + method.getName();
                if (isAsked(method, records) && allowed.contains(name) && !NO_EFFECT.contains(name)) {
                    var outcome = outcome(who, service, method, records);
                    refused += outcome == Outcome.NOTHING ? 1 : 0;
                    if (outcome == Outcome.NOT_REACHED) {
                        notReached.add(name);
                    }
                    if (outcome == Outcome.ANSWERED) {
                        answered.add(name);
                    }
                }
            }
        }
        assertThat(answered)
                .isSubsetOf(Stream.of(STEPS, EMPTY_ANSWERS).flatMap(Set::stream).toList());
        assertThat(refused).isGreaterThan(60);
        assertThat(notReached).hasSizeLessThan(refused / 4);
    }

    @Test
    void noScreenCallsAStepOfAnotherService() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var screen : files.filter(file -> file.toString().matches(".*/(ui|web)/.*\\.java"))
                    .toList()) {
                var code = Files.readString(screen);
                assertThat(STEPS.stream()
                                .map(step -> step.split("\\."))
                                .filter(step -> code.contains(step[0]) && code.contains("." + step[1] + "(")))
                        .as(screen.toString())
                        .isEmpty();
            }
        }
    }

    private enum Outcome {
        NOTHING,
        ANSWERED,
        /** It wants more than this test has before it asks for the relation. */
        NOT_REACHED
    }

    private Outcome outcome(String who, Object service, Method method, Map<String, UUID> records) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            return staff.as(who, () -> outcome(service, method, records));
        }));
    }

    private static Outcome outcome(Object service, Method method, Map<String, UUID> records) {
        var given = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, records))
                .toArray();
        try {
            var answer = method.invoke(service, given);
            return isNothing(answer) && method.getReturnType() != void.class ? Outcome.NOTHING : Outcome.ANSWERED;
        } catch (InvocationTargetException e) {
            var why = e.getCause();
            return why instanceof NotAvailable || why instanceof AccessDeniedException
                    ? Outcome.NOTHING
                    : Outcome.NOT_REACHED;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNothing(@Nullable Object answer) {
        return switch (answer) {
            case null -> true;
            case Optional<?> some -> some.isEmpty();
            case Collection<?> some -> some.isEmpty();
            case Map<?, ?> some -> some.isEmpty();
            case Boolean is -> !is;
            case Number number -> number.longValue() == 0;
            default -> false;
        };
    }

    private static boolean isAsked(Method method, Map<String, UUID> records) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isBridge()
                && Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> records.containsKey(type.getSimpleName()));
    }

    private static @Nullable Object argument(Class<?> type, Map<String, UUID> records) {
        var record = records.get(type.getSimpleName());
        try {
            if (record != null) {
                return type.getConstructor(UUID.class).newInstance(record);
            }
            if (type.isRecord() && type.getSimpleName().endsWith("Id")) {
                return type.getConstructor(UUID.class).newInstance(UUID.randomUUID());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "int" -> 1;
            case "long" -> 0L;
            case "boolean" -> false;
            case "String" -> "For a test of the records";
            case "LocalDate" -> LocalDate.of(2026, 11, 24);
            case "List", "Collection" -> List.of();
            case "Set" -> Set.of();
            case "Map" -> Map.of();
            default -> null;
        };
    }

    /** By the name alone, which several may share. */
    private static Set<String> allowedTo(String who) {
        return Set.copyOf(Rbac.lines("method").stream()
                .filter(line -> line.allowed().get(who))
                .map(line -> line.name().replaceFirst("\\(.*", ""))
                .distinct()
                .toList());
    }
}
