package io.plumbline.bench;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.bench.Pair.Kind;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What access costs: a list by its service, which checks the permission, beside the same list without that check; a save
 * with its audit row beside the same save without one. In the place of "by hand" is what has no gate.
 */
final class GatePairs {
    private static final int PAGE = 50;

    private final ApplicationContext portal;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final JdbcClient jdbc;
    private final ChartAccessQuery access;

    GatePairs(ApplicationContext portal) {
        this.portal = portal;
        var transactions = portal.getBean(PlatformTransactionManager.class);
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        writing = new TransactionTemplate(transactions);
        jdbc = portal.getBean(JdbcClient.class);
        access = portal.getBean(ChartAccessQuery.class);
    }

    /** All of them; asked as the therapist, whose patient gets the audit rows. */
    List<Pair> all() {
        var patient =
                portal.getBean(PatientService.class).list(null, PAGE).getFirst().id();
        return List.of(
                list("patients", "manager", PatientService.class, GatePairs::patients),
                list(
                        "leads to call now",
                        "manager",
                        CallQueueService.class,
                        service -> service.queue(null, PAGE).stream()
                                .map(row -> row.id().value())
                                .toList()),
                list(
                        "plan worklist",
                        "manager",
                        PlanWorklistService.class,
                        service -> service.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, PAGE).stream()
                                .map(row -> row.id().value())
                                .toList()),
                list("patients of a clinician", "therapist", PatientService.class, GatePairs::patients),
                auditRow(patient));
    }

    private static List<UUID> patients(PatientService service) {
        return service.list(null, PAGE).stream().map(row -> row.id().value()).toList();
    }

    private <S> Pair list(String name, String who, Class<S> type, Function<S, List<UUID>> ask) {
        var service = portal.getBean(type);
        S withoutGate = AopTestUtils.getUltimateTargetObject(service);
        return new Pair(
                "gate of " + name,
                Kind.LIST,
                who,
                () -> ask.apply(service),
                () -> Objects.requireNonNull(reading.execute(transaction -> ask.apply(withoutGate))));
    }

    private record Written(PatientId patient) implements Recorded {
        @Override
        public String kind() {
            return "note.written";
        }

        @Override
        public UUID subject() {
            return patient.value();
        }

        @Override
        public String detail() {
            return "version 1: observations";
        }
    }

    private Pair auditRow(PatientId patient) {
        return new Pair(
                "audit row of a save",
                Kind.SAVE,
                "therapist",
                () -> save(patient, new Written(patient)),
                () -> save(patient, null));
    }

    private List<UUID> save(PatientId patient, @Nullable Recorded event) {
        var id = Ids.bytes(patient.value());
        var me = CurrentUser.current().staff();
        writing.executeWithoutResult(transaction -> {
            // as every save of a patient's record; the audit row then tells break-glass access by the same answer
            access.find(me, patient);
            var visits = jdbc.sql("select planned_visits from patient_summary where patient_id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
            jdbc.sql("update patient_summary set planned_visits = ? where patient_id = ?")
                    .params(visits, id)
                    .update();
            if (event != null) {
                portal.publishEvent(event);
            }
        });
        return List.of();
    }
}
