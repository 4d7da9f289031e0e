package io.plumbline.plans;

import io.plumbline.patients.PatientAgreement;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.DrawnSignature;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan says from a revision on, who made it and why. It never changes. */
@Entity
@Table(name = "plan_revision")
@SecondaryTable(name = "plan_signature", pkJoinColumns = @PrimaryKeyJoinColumn(name = "revision_id"))
class PlanRevision {
    @Id
    private UUID id;

    private int number;

    @Convert(converter = PlanColumns.Content.class)
    private PlanDraft content;

    private String reason;
    private Instant madeAt;
    private StaffId madeBy;

    @Enumerated(EnumType.STRING)
    private PatientAgreement.@Nullable Way agreement;

    private String agreedBy;
    private @Nullable LocalDate agreedOn;

    @Column(table = "plan_signature")
    private @Nullable DrawnSignature strokes;

    private int visitsAdded;
    private int visitsRemoved;

    /**
     * Returns what was activated, the first revision of a plan.
     *
     * @param agreement null if the plan was activated before agreements were recorded
     * @param cautions what stood against the plan and what is done about it; empty if nothing did
     */
    static PlanRevision activated(
            PlanDraft content, @Nullable PatientAgreement agreement, String cautions, StaffId by, Instant at) {
        var revision = new PlanRevision();
        revision.id = Ids.next();
        revision.number = 1;
        revision.content = content;
        revision.reason = cautions;
        revision.madeAt = at;
        revision.madeBy = by;
        revision.agreedBy = agreement == null ? "" : agreement.by();
        if (agreement != null) {
            revision.agreement = agreement.way();
            revision.agreedOn = agreement.on();
            revision.strokes = agreement.signature();
        }
        return revision;
    }

    static PlanRevision of(
            int number,
            PlanDraft content,
            PlanRevisionService.Order order,
            int added,
            int removed,
            StaffId by,
            Instant at) {
        var revision = activated(content, order.agreement(), order.reason(), by, at);
        revision.number = number;
        revision.visitsAdded = added;
        revision.visitsRemoved = removed;
        return revision;
    }

    PlanRevisionService.Row row() {
        return new PlanRevisionService.Row(
                number, madeAt, madeBy, reason, agreement(), visitsAdded, visitsRemoved, content);
    }

    private @Nullable PatientAgreement agreement() {
        return agreement == null ? null : new PatientAgreement(agreement, agreedBy, agreedOn, strokes);
    }

    PlanDraft content() {
        return content;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanRevision() {}
}
