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
