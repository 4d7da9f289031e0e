package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Rbac;
import io.plumbline.support.Staff;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every method of every service is asked by a manager of one clinic who is therapist at another: it answers no more than
 * it answers a manager of the one or a therapist of the other. A method that only a manager may call answers as if the
 * other clinic were not theirs. While one of the two roles waits for confirmation, it answers no more than it answers
 * who has the other role alone.
 */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClinicOfEachRoleTest {
    private static final String BOTH = "scope.both";
    private static final String MANAGER = "scope.manager";
    private static final String THERAPIST = "scope.therapist";
    private static final String UNLIMITED = "scope.unlimited";
    private static final String MANAGER_WHILE_THERAPIST_WAITS = "scope.therapistwaits";
    private static final String THERAPIST_WHILE_MANAGER_WAITS = "scope.managerwaits";

    /** A record of each kind of the clinic at which the person is therapist, of a patient whom nobody here treats. */
    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("PatientId", "select r.patient_id from session_note r where " + of("r.patient_id")),
            Map.entry("NoteId", "select r.id from session_note r where r.clinic_id = :clinic"),
            Map.entry(
                    "PlanId", "select r.id from treatment_plan r where r.clinic_id = :clinic and r.status = 'ACTIVE'"),
            Map.entry("IntakeId", "select r.id from intake_note r where r.clinic_id = :clinic"),
            Map.entry("OrderId", "select r.id from checkout_order r where r.clinic_id = :clinic"),
            Map.entry("AppointmentId", "select r.id from appointment r where r.clinic_id = :clinic"),
            Map.entry("LeadId", "select r.id from consultation_lead r where r.queue_id = :clinic"),
            Map.entry("FlagId", "select r.id from red_flag r where r.clinic_id = :clinic"));

    /** They answer with an id that is made for each call. */
    private static final Set<String> NEW_IDS = Set.of("FormService.begin", "StaffSessionService.begin");

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    ClinicService clinics;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Object> known = new TreeMap<>();

    private static String of(String patient) {
        return "exists (select 1 from patient_clinic c where c.patient_id = " + patient + " and c.clinic_id = :clinic)"
                + " and not exists (select 1 from patient_clinic c where c.patient_id = " + patient
                + " and c.clinic_id <> :clinic)";
    }

    @BeforeAll
    void hires() {
        var places = staff.as("system", clinics::labels).values().stream()
                .collect(Collectors.toMap(place -> place.name(), place -> place.id()));
        var here = Objects.requireNonNull(places.get("Harbour Street"));
        var there = places.entrySet().stream()
                .filter(place -> place.getKey().contains("Mill"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        var two = Set.of(Role.MANAGER, Role.THERAPIST);
        var apart = Map.of(Role.MANAGER, Set.of(here), Role.THERAPIST, Set.of(there));
        hire(BOTH, two, Set.of(here, there), apart);
        invite(MANAGER_WHILE_THERAPIST_WAITS, two, Set.of(here, there), apart);
        hire(THERAPIST_WHILE_MANAGER_WAITS, two, Set.of(here, there), apart);
        holdManager(THERAPIST_WHILE_MANAGER_WAITS);
        hire(MANAGER, Set.of(Role.MANAGER), Set.of(here), Map.of());
        hire(THERAPIST, Set.of(Role.THERAPIST), Set.of(there), Map.of());
        hire(UNLIMITED, two, Set.of(here, there), Map.of());
        known.put("ClinicId", there);
        RECORDS.forEach((kind, sql) -> jdbc.sql(sql + " limit 1")
                .param("clinic", Ids.bytes(there.value()))
                .query(byte[].class)
                .optional()
                .ifPresent(id -> known.put(kind, Ids.uuid(id))));
        assertThat(known).containsKeys("PatientId", "NoteId", "PlanId", "AppointmentId", "LeadId", "FlagId");
    }

    private void hire(String who, Set<Role> all, Set<ClinicId> places, Map<Role, Set<ClinicId>> limits) {
        var account = invite(who, all, places, limits);
        if (all.contains(Role.THERAPIST)) {
            staff.doAs("system", () -> roles.confirm(account, 0, Role.THERAPIST));
        }
    }

    /** The role of a therapist waits until a manager confirms it. */
    private StaffId invite(String who, Set<Role> all, Set<ClinicId> places, Map<Role, Set<ClinicId>> limits) {
        return staff.as(
                "system",
                () -> accounts.create(
                        new AccountDraft(who, who, all, places, new Role.Limits(limits)), "long enough to sign in"));
    }

    /** As a one-time link leaves the role of a manager where another manager can confirm it. */
    private void holdManager(String who) {
        var changed = jdbc.sql(
                        "update staff_account set roles = 'THERAPIST', pending_roles = 'MANAGER' where username = ?")
                .param(who)
                .update();
        assertThat(changed).isOne();
    }

    @Test
    void whileARoleWaitsTheOtherOneAnswersOnlyAtItsClinic() {
        assertThat(answersBeyond(MANAGER_WHILE_THERAPIST_WAITS, MANAGER, allowedTo("manager")))
                .isEmpty();
        assertThat(answersBeyond(THERAPIST_WHILE_MANAGER_WAITS, THERAPIST, allowedTo("therapist")))
                .isEmpty();
    }

    /** The methods that answer one person more than another. */
    private Set<String> answersBeyond(String who, String than, Set<String> asked) {
        var more = new TreeSet<String>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            for (var method : type.getDeclaredMethods()) {
                var name = type.getSimpleName() + "." + method.getName();
                if (Modifier.isPublic(method.getModifiers())
                        && !method.isBridge()
                        && asked.contains(name)
                        && !NEW_IDS.contains(name)) {
                    var beyond = new TreeSet<>(outcome(who, service, method));
                    beyond.removeAll(outcome(than, service, method));
                    if (!beyond.isEmpty()) {
                        more.add(name + ": " + cut(beyond));
                    }
                }
            }
        }
        return more;
    }

    @Test
    void noServiceAnswersMoreThanOneOfTheRolesGivesAtItsClinic() {
        var manager = allowedTo("manager");
        var therapist = allowedTo("therapist");
        var more = new TreeSet<String>();
        var asManager = 0;
        var wouldBeSeen = 0;
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            for (var method : type.getDeclaredMethods()) {
                var name = type.getSimpleName() + "." + method.getName();
                if (!Modifier.isPublic(method.getModifiers()) || method.isBridge() || !manager.contains(name)) {
                    continue;
                }
                var both = outcome(BOTH, service, method);
                var allowed = new TreeSet<>(outcome(MANAGER, service, method));
                if (therapist.contains(name)) {
                    allowed.addAll(outcome(THERAPIST, service, method));
                } else {
                    asManager++;
                    if (!allowed.equals(outcome(UNLIMITED, service, method))) {
                        wouldBeSeen++;
                    }
                }
                if (!allowed.containsAll(both) && !NEW_IDS.contains(name)) {
                    both.removeAll(allowed);
                    more.add(name + ": " + cut(both) + " INSTEAD OF " + cut(allowed));
                }
            }
        }
        assertThat(more).isEmpty();
        assertThat(asManager).isGreaterThan(100);
        assertThat(wouldBeSeen).as("a test that could not fail").isGreaterThan(25);
    }

    private static String cut(Object some) {
        var text = some.toString();
        return text.substring(0, Math.min(text.length(), 400));
    }

    private Set<String> outcome(String who, Object service, Method method) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            return staff.as(who, () -> outcome(service, method));
        }));
    }

    /** What was answered, in parts; or which refusal. */
    private Set<String> outcome(Object service, Method method) {
        var given =
                Arrays.stream(method.getParameterTypes()).map(this::argument).toArray();
        var parts = new TreeSet<String>();
        try {
            collect(method.invoke(service, given), parts);
        } catch (InvocationTargetException e) {
            parts.add(String.valueOf(e.getCause().getClass().getName()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private static void collect(@Nullable Object answer, Set<String> parts) {
        switch (answer) {
            case null -> parts.add("nothing");
            case Optional<?> some -> collect(some.orElse(null), parts);
            case Collection<?> some -> some.forEach(one -> parts.add(text(one)));
            case Map<?, ?> some -> some.entrySet().forEach(one -> parts.add(text(one)));
            default -> parts.add(text(answer));
        }
    }

    /** Without what differs from person to person and from call to call. */
    private static String text(Object one) {
        return String.valueOf(one)
                .replaceAll("scope\\.\\w+", "me")
                .replaceAll("@[0-9a-f]+", "")
                .replaceAll("\\$\\$Lambda[^,\\])]*", "lambda");
    }

    private @Nullable Object argument(Class<?> type) {
        var record = known.get(type.getSimpleName());
        if (record instanceof ClinicId) {
            return record;
        }
        try {
            if (record != null) {
                return type.getConstructor(UUID.class).newInstance(record);
            }
            if (type.isRecord() && type.getSimpleName().endsWith("Id")) {
                return type.getConstructor(UUID.class).newInstance(new UUID(0, 1));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "int" -> 200;
            case "long" -> 0L;
            case "boolean" -> false;
            case "String" -> "For a test of the records";
            case "LocalDate" -> LocalDate.of(2026, 11, 24);
            case "List", "Collection" -> List.of();
            case "Set" -> Set.of();
            case "Map" -> Map.of();
            default -> none(type);
        };
    }

    /** What leaves nothing out, where its type has such a constant. */
    private static @Nullable Object none(Class<?> type) {
        for (var name : new ArrayList<>(List.of("NONE", "ALL", "EVERYTHING"))) {
            try {
                return type.getField(name).get(null);
            } catch (NoSuchFieldException | IllegalAccessException notOfThisName) {
                // the next
            }
        }
        return null;
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
