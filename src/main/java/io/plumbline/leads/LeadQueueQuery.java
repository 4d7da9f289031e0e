package io.plumbline.leads;

import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a lead and counts the leads of several queues. */
@Repository
public class LeadQueueQuery {
    /** Has a lower bound because H2 otherwise starts at the first row of the queue and reads all closed leads. */
    private static final String OVERDUE = "use index (consultation_lead_overdue)"
            + " where queue_id = ? and overdue_at >= timestamp '1970-01-01 00:00:00' and overdue_at <= ?";

    private static final int MOST_COUNTED = 1000;

    private final JdbcClient jdbc;
    private final LeadActivityStore steps;
    private final LeadAliasStore aliases;

    LeadQueueQuery(JdbcClient jdbc, LeadActivityStore steps, LeadAliasStore aliases) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.aliases = aliases;
    }

    /** Counts the open leads of several queues that are past their response target, up to a thousand. */
    public long countOverdue(Collection<ClinicId> queues, Instant now) {
        return countUpToAThousand(queues, OVERDUE, List.of(now));
    }

    /** Counts the leads of several queues, up to a thousand. */
    long countAll(Collection<ClinicId> queues) {
        return countUpToAThousand(queues, "where queue_id = ?", List.of());
    }

    /** Queries each queue separately: with several queues at once, H2 would read all their leads. */
    private long countUpToAThousand(Collection<ClinicId> queues, String ofAQueue, List<?> its) {
        var union = new KeysetUnion();
        for (var queue : queues) {
            var values = new ArrayList<Object>(List.of(queue));
            values.addAll(its);
            union.add("select 1 from consultation_lead " + ofAQueue, values, MOST_COUNTED);
        }
        if (union.isEmpty()) {
            return 0;
        }
        var counted = union.count(MOST_COUNTED);
        return jdbc.sql(counted.sql())
                .params(counted.params())
                .query(Long.class)
                .single();
    }

    /**
     * Counts the leads of several queues by status, up to a thousand each; omits statuses without leads. Queries each
     * queue separately, because several queues at once would read all leads for each status.
     */
    Map<LeadStatus, Long> countByStatus(Collection<ClinicId> queues) {
        var counts = new EnumMap<LeadStatus, Long>(LeadStatus.class);
        if (queues.isEmpty()) {
            return counts;
        }
        var params = new ArrayList<Object>();
        var statuses = new ArrayList<String>();
        for (var status : LeadStatus.values()) {
            var union = new KeysetUnion();
            for (var id : queues) {
                union.add(
                        "select 1 from consultation_lead where queue_id = ? and status = ?",
                        List.of(id, status.name()),
                        MOST_COUNTED);
            }
            var counted = union.count(MOST_COUNTED);
            statuses.add("select '%s' as status, (%s) as leads".formatted(status, counted.sql()));
            params.addAll(counted.params());
        }
        // the empty ones are left out here: by a condition on the count, H2 would count twice
        jdbc.sql(String.join(" union all ", statuses)).params(params).query(row -> {
            var leads = row.getLong("leads");
            if (leads > 0) {
                counts.put(LeadStatus.valueOf(row.getString("status")), leads);
            }
        });
        return counts;
    }

    /** Returns whether a lead is in one of several queues. */
    public boolean has(LeadId id, Collection<ClinicId> queues) {
        return !queues.isEmpty()
                && jdbc.sql("select count(*) from consultation_lead where id = :id and queue_id in (:queues)")
                                .param("id", id)
                                .param("queues", queues)
                                .query(Long.class)
                                .single()
                        == 1;
    }

    /** Finds a lead in several queues, with its calls and activity. */
    Optional<LeadDetails> find(LeadId id, Collection<ClinicId> queues, Instant now) {
        if (queues.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select l.*, c.display_name as claimer, coalesce(b.display_name, 'Plumbline') as changer,
                    m.kept_id, k.full_name as kept_name
                from consultation_lead l
                left join staff_account c on c.id = l.claimed_by and l.claimed_until > :now
                left join staff_account b on b.id = l.changed_by
                left join lead_alias m on m.merged_lead_id = l.id
                left join consultation_lead k on k.id = m.kept_id
                where l.id = :id and l.queue_id in (:queues)""")
                .param("now", now)
                .param("id", id)
                .param("queues", queues)
                .query((row, n) -> details(
                        row,
                        attempts(id),
                        steps.findByLead(id),
                        aliases.findByKept(id, this::attempts, steps::findByLead)))
                .optional();
    }

    private List<LeadDetails.Attempt> attempts(LeadId id) {
        return jdbc.sql("""
                select a.attempted_at as at, coalesce(s.display_name, 'Plumbline') as `by`, a.outcome, a.note,
                    a.undone_at is not null as undone
                from call_attempt a left join staff_account s on s.id = a.attempted_by
                where a.lead_id = ? order by a.lead_id, a.attempted_at desc limit 50""").param(id).query(LeadDetails.Attempt.class).list();
    }

    public static NextFollowUp followUp(ResultSet row) throws SQLException {
        return new NextFollowUp(
                Utc.in(row, "next_follow_up_at"),
                Utc.in(row, "window_ends_at"),
                Utc.in(row, "overdue_at"),
                row.getBoolean("write_first"));
    }

    private static LeadDetails details(
            ResultSet row, List<LeadDetails.Attempt> attempts, List<LeadActivity> steps, List<LeadAlias> aliases)
            throws SQLException {
        var claimer = row.getString("claimer");
        var kept = row.getBytes("kept_id");
        return new LeadDetails(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                draft(row),
                LeadStatus.valueOf(row.getString("status")),
                row.getObject("next_follow_up_at") == null ? null : followUp(row),
                claimer == null
                        ? null
                        : new LeadDetails.Claim(
                                new StaffId(Ids.uuid(row.getBytes("claimed_by"))),
                                claimer,
                                Utc.in(row, "claimed_until")),
                row.getString("lost_reason"),
                Ids.read(row, "converted_patient_id", PatientId::new),
                Utc.in(row, "received_at"),
                row.getString("changer"),
                row.getBoolean("phone_wrong"),
                attempts,
                steps,
                new LeadBackground(
                        row.getString("since"),
                        row.getString("service_code"),
                        row.getString("practitioner_words"),
                        row.getString("reference"),
                        row.getBoolean("incomplete")),
                row.getObject("review_taken_at") != null,
                Ids.read(row, "consultation_id", AppointmentId::new),
                aliases,
                kept == null ? null : new LeadAlias.Kept(new LeadId(Ids.uuid(kept)), row.getString("kept_name")),
                row.getObject("erased_at") == null ? null : Utc.in(row, "erased_at"));
    }

    /** Reads what the person stated from a row of the leads. */
    static LeadDraft draft(ResultSet row) throws SQLException {
        var phone = row.getString("phone");
        var email = row.getString("email");
        return new LeadDraft(
                row.getString("full_name"),
                phone == null ? null : new PhoneNumber(phone),
                email == null ? null : new EmailAddress(email),
                Objects.requireNonNullElse(row.getString("spoken_language"), ""),
                row.getString("concern"),
                window(row),
                LeadSource.valueOf(row.getString("source")),
                clinic(row),
                Utc.in(row, "consent_at"));
    }

    public static CallWindow window(ResultSet row) throws SQLException {
        return CallWindow.of(
                row.getString("call_days"),
                row.getString("call_day_parts"),
                row.getObject("call_from", LocalDate.class));
    }

    public static @Nullable ClinicId clinic(ResultSet row) throws SQLException {
        return LeadQueue.clinicOf(new ClinicId(Ids.uuid(row.getBytes("queue_id"))));
    }
}
