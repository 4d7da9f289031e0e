package io.plumbline.leads.online;

import io.plumbline.leads.LeadStatus;
import io.plumbline.onlineintake.KnownAddress;
import io.plumbline.onlineintake.OnlineLeads;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OperationId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of leads what their online intakes need. */
@Component
class LeadIntakeQuery {
    private final JdbcClient jdbc;

    LeadIntakeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who gets a link. */
    record Addressed(
            String fullName,
            @Nullable PhoneNumber phone,
            boolean isPhoneWrong,
            @Nullable KnownAddress address,
            String language,
            ClinicId queue,
            LeadStatus status) {}

    Optional<Addressed> findAddressed(LeadId lead) {
        return jdbc.sql("""
                select full_name, phone, phone_wrong, email as address_email,
                    case when email is not null then email_recorded_at end as address_recorded_at,
                    coalesce(spoken_language, '') as language, queue_id,
                    status
                from consultation_lead where id = ?""").param(lead).query(Addressed.class).optional();
    }

    /** Finds a lead before its form. */
    Optional<OnlineLeads.KnownLead> findKnown(LeadId lead) {
        return jdbc.sql("""
                select phone, next_follow_up_at is not null as `open`, email as address_email,
                    case when email is not null then email_recorded_at end as address_recorded_at
                from consultation_lead where id = ?""").param(lead).query(OnlineLeads.KnownLead.class).optional();
    }

    /** Returns whether a clinician decided a review of a lead, or of the lead that answers became. */
    boolean isDecided(LeadId lead, OperationId answers) {
        return !jdbc.sql("""
                select 1 from lead_review_decision d join consultation_lead l on l.id = d.lead_id
                where (l.id = ? or l.operation_id = ?) and d.undone_at is null limit 1""").params(lead, answers).query(Integer.class).list().isEmpty();
    }

    /**
     * Returns the questions answered yes by a lead that was never reviewed, or by the leads that answers became and whose
     * review waits or never was.
     */
    Set<String> findUndecidedYes(LeadId lead, Collection<OperationId> answers) {
        return Set.copyOf(jdbc.sql("""
                select a.rule_id from lead_safety_answer a join consultation_lead l on l.id = a.lead_id
                where a.answer = 'yes'
                    and (l.operation_id in (:answers) or l.id = :lead
                        and not exists (select 1 from consultation_lead o where o.operation_id in (:answers)))
                    and (l.status = 'CLINICAL_REVIEW' or not exists (
                        select 1 from lead_review_decision d where d.lead_id = l.id and d.undone_at is null))""")
                .param("lead", lead)
                .param("answers", answers)
                .query(String.class)
                .list());
    }
}
