package io.plumbline.leads.erasure;

import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the leads whose people are erased, and erases what stands about them beside the lead. */
@Repository
class LeadErasureStore {
    /**
     * What is the same for each status. What the person submitted by an online intake is a signed record, whose time is
     * another one.
     */
    private static final String DUE = """
             from consultation_lead l
            where l.erased_at is null and l.status = :status and l.changed_at <= :before
                and (l.next_follow_up_at is null or l.next_follow_up_at <= :before)
                and not exists (select 1 from online_intake i where i.lead_id = l.id and i.submitted_at is not null)
                and not exists (select 1 from lead_alias a join online_intake i on i.lead_id = a.lead_id
                    where a.read_under_id = l.id and i.submitted_at is not null)""";

    private final JdbcClient jdbc;

    LeadErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns leads of a status that nobody has touched since an instant and in which nothing is due after it. */
    List<LeadId> toErase(LeadStatus status, Instant untouchedSince, int most) {
        return jdbc.sql("select l.id" + DUE + " order by l.erased_at, l.status, l.changed_at, l.id limit :most")
                .param("status", status.name())
                .param("before", untouchedSince)
                .param("most", most)
                .query(LeadId.class)
                .list();
    }

    /** Counts all leads of a status that nobody has touched since an instant and in which nothing is due after it. */
    long countDue(LeadStatus status, Instant untouchedSince) {
        return jdbc.sql("select count(*)" + DUE)
                .param("status", status.name())
                .param("before", untouchedSince)
                .query(Long.class)
                .single();
    }

    /** Counts the leads whose people are not erased. */
    long countAll() {
        return jdbc.sql("select count(*) from consultation_lead where erased_at is null")
                .query(Long.class)
                .single();
    }

    /** Returns the leads that are merged into a lead, in the order in which they are locked. */
    List<LeadId> mergedInto(LeadId kept) {
        return jdbc.sql("select lead_id from lead_alias where read_under_id = ? order by lead_id")
                .param(kept)
                .query(LeadId.class)
                .list();
    }

    /** Returns the online intakes of a lead, to which mails belong. */
    List<UUID> onlineIntakesOf(LeadId lead) {
        return jdbc.sql("select id from online_intake where lead_id = ?")
                .param(lead)
                .query(UUID.class)
                .list();
    }

    /**
     * Erases what stands about a lead in other tables. That something was done, when and by whom stays; what was said
     * does not.
     */
    void erase(LeadId lead) {
        for (var sql : List.of(
                "update call_attempt set note = '' where lead_id = ? and note <> ''",
                "update lead_call_note set note = '' where lead_id = ?",
                "update lead_step set detail = '' where lead_id = ? and kind in ('REOPENED', 'ASKED_AGAIN')",
                "update lead_review_decision set reason = '' where lead_id = ?",
                "delete from lead_safety_answer where lead_id = ?",
                "delete from lead_before where lead_id = ?",
                "delete from lead_duplicate_search where lead_id = ?",
                "delete from duplicate_candidate_queue where candidate_id in ("
                        + "select id from duplicate_candidate where earlier_id = ?)",
                "delete from duplicate_candidate_queue where candidate_id in ("
                        + "select id from duplicate_candidate where later_id = ?)",
                "update appointment_change set detail = '' where status = 'CANCELLED' and appointment_id in ("
                        + "select id from appointment where subject_id = ? and subject_kind = 'LEAD')")) {
            jdbc.sql(sql).param(lead).update();
        }
    }
}
