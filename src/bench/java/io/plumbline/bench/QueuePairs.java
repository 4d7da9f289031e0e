package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.notes.backlog.UnsignedRow;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.practitioners.Today;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What waits in the manager's queues: leads to call, plans that run, patients to call back, notes that nobody has signed. */
final class QueuePairs {
    private static final int PAGE = 50;
    private static final UUID GROUP = new UUID(0, 0);
    private static final String WHO = "manager";

    private final ByHand hand;
    private final CallQueueService leads;
    private final PlanWorklistService plans;
    private final RecallListService recalls;
    private final UnsignedNoteService unsigned;
    private final ClinicService clinics;
    private final Clock clock;

    QueuePairs(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        leads = portal.getBean(CallQueueService.class);
        plans = portal.getBean(PlanWorklistService.class);
        recalls = portal.getBean(RecallListService.class);
        unsigned = portal.getBean(UnsignedNoteService.class);
        clinics = portal.getBean(ClinicService.class);
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the manager. */
    List<Pair> all() {
        var mine = List.copyOf(CurrentUser.current().clinics());
        return List.of(leadsToCallNow(mine), planWorklist(mine), recallBoard(mine), unsignedNotes(mine));
    }

    private Pair leadsToCallNow(List<ClinicId> mine) {
        var queues = Stream.concat(mine.stream().map(ClinicId::value), Stream.of(GROUP))
                .map(Ids::bytes)
                .toList();
        var branches = Stream.of(
                        branch(0, "overdue_at", "overdue_at <= ?"),
                        branch(
                                1,
                                "window_ends_at",
                                "window_ends_at > ? and next_follow_up_at <= ? and overdue_at > ? and window_ends_at <= ?"),
                        branch(2, "overdue_at", "overdue_at > ? and (next_follow_up_at > ? or window_ends_at <= ?)"))
                .map(branch -> ByHand.unions(queues.size(), branch))
                .collect(Collectors.joining(" union all "));
        var sql = "select l.*, h.display_name from (" + branches + " order by urgency, sorted_by, id limit 50) l"
                + " left join staff_account h"
                + " on h.id = case when l.claimed_until > ? then l.claimed_by else l.review_taken_by end"
                + " order by l.urgency, l.sorted_by, l.id";
        return new Pair(
                "leads to call now",
                Kind.LIST,
                WHO,
                () -> leads.queue(null, PAGE).stream()
                        .map(LeadRow::id)
                        .map(id -> id.value())
                        .toList(),
                () -> {
                    var now = Utc.of(clock.instant());
                    var values = new ArrayList<Object>();
                    queues.forEach(queue -> values.addAll(List.of(queue, now)));
                    queues.forEach(queue -> values.addAll(List.of(queue, now, now, now, now.plusDays(1))));
                    queues.forEach(queue -> values.addAll(List.of(queue, now, now, now)));
                    values.add(now);
                    return hand.ids(sql, values.toArray());
                });
    }

    private static String branch(int urgency, String sortedBy, String condition) {
        return """
                (select id, %1$d as urgency, %2$s as sorted_by, queue_id, full_name, concern, source, status, next_follow_up_at,
                    window_ends_at, overdue_at, write_first, claimed_by, claimed_until, review_taken_by, call_days,
                    call_day_parts, call_from
                 from consultation_lead where queue_id = ? and %3$s
                 order by queue_id, %2$s, id limit 50)""".formatted(urgency, sortedBy, condition);
    }

    private Pair planWorklist(List<ClinicId> mine) {
        var both = new ArrayList<String>();
        for (var status : List.of("ACTIVE", "ON_HOLD")) {
            both.addAll(Collections.nCopies(mine.size(), """
                    (select id, patient_id, clinic_id, responsible_id, title, status, planned_visits, delivered_visits,
                        due_on, ends_on, booked_until, held_on, proposed_step, review_reason, reevaluate_on, open_flag_level
                     from treatment_plan where clinic_id = ? and status = '%s' and due_on >= date '1970-01-01'
                     order by clinic_id, status, due_on, id limit 50)""".formatted(status)));
        }
        var sql = """
                select t.*, p.given_name, p.family_name,
                    (select count(*) from planned_visit v where v.plan_id = t.id and v.delivered_on is null
                        and v.planned_on < ?),
                    (select min(v.booked_on) from planned_visit v where v.plan_id = t.id
                        and v.delivered_on is null and v.booked_on >= ?)
                from (select * from (%s) w order by status, due_on, id limit 50) t
                join patient p on p.id = t.patient_id order by t.status, t.due_on, t.id""".formatted(String.join(" union all ", both));
        return new Pair(
                "plan worklist",
                Kind.LIST,
                WHO,
                () -> plans.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, PAGE).stream()
                        .map(row -> row.id().value())
                        .toList(),
                () -> {
                    var today = LocalDate.now(clock);
                    var values = new ArrayList<Object>(List.of(today, today));
                    for (int i = 0; i < 2; i++) {
                        mine.forEach(clinic -> values.add(Ids.bytes(clinic.value())));
                    }
                    return hand.ids(sql, values.toArray());
                });
    }

    private Pair recallBoard(List<ClinicId> mine) {
        var branches = new ArrayList<String>();
        for (int place = 0; place <= 3; place++) {
            branches.addAll(
                    Collections.nCopies(mine.size(), """
                    (select patient_id, clinic_id, reason, reason_since, last_visit_on, planned_on, place, due_on,
                        attempts, last_result, claimed_by, claimed_until
                     from recall where clinic_id = ? and status = 'OPEN' and place = %d%s
                     order by clinic_id, status, place, due_on, patient_id limit 50)""".formatted(place, place == 0 ? " and due_on <= ?" : "")));
        }
        var sql = """
                select t.*, p.given_name, p.family_name, p.preferred_name, p.phone, p.spoken_language, s.display_name
                from (select * from (%s) w order by place, due_on, patient_id limit 50) t
                join patient p on p.id = t.patient_id left join staff_account s on s.id = t.claimed_by
                order by t.place, t.due_on, t.patient_id""".formatted(String.join(" union all ", branches));
        return new Pair(
                "recall board",
                Kind.LIST,
                WHO,
                () -> recalls.findPage(RecallFilter.TODAY, null, PAGE).stream()
                        .map(row -> row.patient().value())
                        .toList(),
                () -> {
                    var today = Today.of(CurrentUser.current(), clinics, clock);
                    var values = new ArrayList<Object>();
                    mine.forEach(clinic -> values.addAll(List.of(Ids.bytes(clinic.value()), today)));
                    for (int place = 1; place <= 3; place++) {
                        mine.forEach(clinic -> values.add(Ids.bytes(clinic.value())));
                    }
                    return hand.ids(sql, values.toArray());
                });
    }

    private Pair unsignedNotes(List<ClinicId> mine) {
        var sql = """
                select w.*, p.given_name, p.family_name, t.title, t.given_name, t.family_name
                from (select * from (%s) every_clinic order by on_day, id limit 50) w
                left join patient p on p.id = w.patient_id left join practitioner t on t.id = w.who
                order by w.on_day, w.id""".formatted(ByHand.unions(mine.size(), """
                        (select n.id, n.patient_id, n.clinic_id, n.author_id as who, n.treated_on as on_day
                         from session_note n left join appointment a on a.id = n.appointment_id
                         where n.clinic_id = ? and n.status = 'DRAFT' and n.treated_on <= ?
                           and (n.treated_on < ? or a.starts_at <= ?)
                         order by n.clinic_id, n.status, n.treated_on, n.id limit 50)
                        union all
                        (select a.id, a.subject_id, a.clinic_id, a.practitioner_id, a.starts_on
                         from appointment a left join session_note n on n.appointment_id = a.id
                            left join planned_visit v on v.appointment_id = a.id
                            left join session_note m on m.planned_visit_or_self = v.id
                         where a.clinic_id = ? and a.starts_on >= ? and a.starts_on <= ?
                           and (a.starts_on < ? or a.starts_at <= ?) and a.subject_kind = 'PATIENT'
                           and a.appointment_type in ('ADJUSTMENT', 'MASSAGE', 'EXERCISE')
                           and a.status not in ('NO_SHOW', 'CANCELLED') and n.id is null and m.id is null
                         order by a.clinic_id, a.starts_on, a.id limit 50)"""));
        return new Pair(
                "unsigned notes",
                Kind.LIST,
                WHO,
                () -> unsigned.list(null, PAGE).stream().map(UnsignedRow::id).toList(),
                () -> {
                    var values = new ArrayList<Object>();
                    for (var clinic : mine) {
                        var zone = Objects.requireNonNull(clinics.labels().get(clinic))
                                .zone();
                        var until =
                                LocalDateTime.ofInstant(clock.instant(), zone).minusHours(48);
                        var day = until.toLocalDate();
                        var id = Ids.bytes(clinic.value());
                        values.addAll(List.of(id, day, day, until.toLocalTime()));
                        values.addAll(List.of(id, day.minusDays(90), day, day, until.toLocalTime()));
                    }
                    return hand.ids(sql, values.toArray());
                });
    }
}
