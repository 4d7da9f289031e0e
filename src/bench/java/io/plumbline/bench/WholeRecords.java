package io.plumbline.bench;

import io.plumbline.shared.ids.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of every record of a store, whoever wrote it: all parts of a save are there, or none. */
final class WholeRecords {
    /** Each question finds the ids of records that are half, by what is wrong with them. */
    private static final Map<String, String> HALF = new LinkedHashMap<>();

    static {
        eventOf("consultation_lead", "lead.received", "");
        eventOf("patient", "patient.added", "");
        eventOf("session_note", "note.written", "");
        eventOf("session_note", "note.signed", " and r.status = 'SIGNED'");
        eventOf("session_note_amendment", "note.amended", "");
        eventOf("intake_note", "intake.begun", "");
        partOf("patient", "patient_clinic");
        partOf("patient", "patient_summary");
        partOf("patient", "patient_token");
        HALF.put("a lead was called, and the trail does not tell each call", """
                select c.lead_id from call_attempt c group by c.lead_id having count(*) <>
                    (select count(*) from audit_event e where e.subject = c.lead_id and e.kind = 'lead.called')""");
        HALF.put("a lead was contacted, and no call says so", """
                select l.id from consultation_lead l where l.status = 'CONTACTED' and not exists
                    (select 1 from call_attempt c where c.lead_id = l.id and c.outcome = 'REACHED')""");
        HALF.put("a lead is open without a next touch, or over with one", """
                select l.id from consultation_lead l where (l.next_follow_up_at is null) =
                    (l.status in ('NEW', 'ATTEMPTING', 'CONTACTED', 'CONSULTATION_BOOKED', 'CONSULTATION_HELD',
                        'NURTURE', 'CLINICAL_REVIEW'))""");
        HALF.put("a lead has half a next touch", """
                select l.id from consultation_lead l where (l.next_follow_up_at is null) <> (l.window_ends_at is null)
                    or (l.next_follow_up_at is null) <> (l.overdue_at is null)
                    or (l.next_follow_up_at is null) <> (l.write_first is null)""");
        HALF.put("a signed note has another hash than the trail tells", """
                select n.id from session_note n where n.status = 'SIGNED' and not exists
                    (select 1 from audit_event e where e.subject = n.id and e.kind = 'note.signed'
                        and e.detail in (n.content_hash, concat('SHA-256 ', n.content_hash)))""");
        HALF.put("a note is half signed", """
                select n.id from session_note n where case n.status when 'SIGNED'
                    then n.signed_at is null or n.signed_by is null or n.content_hash is null or n.content_format = 0
                    else n.signed_at is not null or n.signed_by is not null or n.content_hash is not null
                        or n.content_format <> 0 end""");
        HALF.put("a visit that is completed does not say when", """
                select a.id from appointment a where a.status = 'COMPLETED' and not exists
                    (select 1 from appointment_change c where c.appointment_id = a.id and c.status = 'COMPLETED')""");
        HALF.put("an addendum to a note that is not signed", """
                select a.id from session_note_amendment a join session_note n on n.id = a.note_id
                where n.status = 'DRAFT'""");
        HALF.put("a visit is delivered without its signed note", """
                select v.id from planned_visit v where v.delivered_note_id is not null and not exists
                    (select 1 from session_note n where n.id = v.delivered_note_id and n.status = 'SIGNED')""");
        HALF.put("a visit is half delivered", """
                select v.id from planned_visit v where (v.delivered_note_id is null) <> (v.delivered_on is null)""");
        HALF.put("a plan counts other visits than are delivered", """
                select t.id from treatment_plan t where t.delivered_visits <>
                    (select count(*) from planned_visit v where v.plan_id = t.id and v.delivered_on is not null)""");
        HALF.put("the trail tells of other deliveries than the plan has", """
                select t.id from treatment_plan t where
                    (select count(*) from planned_visit v where v.plan_id = t.id and v.delivered_note_id is not null) <>
                    (select count(*) from audit_event e where e.subject = t.id and e.kind = 'plan.visit-delivered')
                    - (select count(*) from audit_event e where e.subject = t.id
                        and e.kind = 'plan.delivery-taken-back')""");
        HALF.put("a plan is on hold without a move that says so, or moves without one", """
                select t.id from treatment_plan t where t.status in ('ACTIVE', 'ON_HOLD') and
                    (t.status = 'ON_HOLD') <> (mod((select count(*) from plan_move m where m.plan_id = t.id
                        and (m.to_status = 'ON_HOLD' or m.from_status = 'ON_HOLD')), 2) = 1)""");
        HALF.put("the trail tells of other moves of a plan than its history", """
                select t.id from treatment_plan t where
                    (select count(*) from plan_move m where m.plan_id = t.id and m.to_status = 'ON_HOLD') >
                    (select count(*) from audit_event e where e.subject = t.id and e.kind = 'plan.moved')""");
        HALF.put("the trail tells of other moves of an appointment than its history", """
                select a.id from appointment a where
                    (select count(*) from appointment_change c
                        where c.appointment_id = a.id and c.before_at is not null) <>
                    (select count(*) from audit_event e where e.subject = a.id
                        and e.kind in ('appointment.moved', 'appointment.move-undone'))""");
        HALF.put("an appointment that is ahead holds other slots than its time", """
                select a.id from appointment a where a.status in ('BOOKED', 'CONFIRMED') and
                    (select count(*) from booked_slot b where b.appointment_id = a.id
                        and b.resource_id = a.practitioner_id) * 5 not between a.minutes and a.minutes + a.buffer_minutes""");
    }

    private final JdbcClient jdbc;

    WholeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static void eventOf(String table, String kind, String condition) {
        HALF.put("a record of " + table + " without its " + kind + " in the trail", """
                select r.id from %s r where not exists
                    (select 1 from audit_event e where e.subject = r.id and e.kind = '%s')%s""".formatted(
                        table, kind, condition));
        HALF.put("the trail tells " + kind + " of what is not so in " + table, """
                select e.subject from audit_event e where e.kind = '%2$s' and not exists
                    (select 1 from %1$s r where r.id = e.subject%3$s)""".formatted(table, kind, condition));
    }

    private static void partOf(String table, String part) {
        HALF.put("a record of " + table + " without a row of " + part, """
                select r.id from %1$s r where not exists
                    (select 1 from %2$s p where p.%1$s_id = r.id)""".formatted(table, part));
    }

    /** What is half, each in a sentence without a full stop. */
    List<String> faults() {
        return HALF.entrySet().stream()
                .flatMap(half -> ids(half.getValue()).map(id -> "Half: " + half.getKey() + ", id " + id))
                .toList();
    }

    private Stream<String> ids(String question) {
        return jdbc.sql(question).query((row, n) -> Ids.uuid(row.getBytes(1)).toString()).list().stream();
    }
}
