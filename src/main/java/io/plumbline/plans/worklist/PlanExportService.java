package io.plumbline.plans.worklist;

import io.plumbline.access.RelationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Today;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.Ids;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Exports the worklist of plans, for a reason that goes on record. */
@Service
@Transactional
@Requires(Permission.PATIENT_EXPORT)
public class PlanExportService {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 200;

    private static final int AT_ONCE = 500;

    private final IdentityService identity;
    private final PlanWorklistService worklist;
    private final PlanWorklistQuery query;
    private final RelationService relations;
    private final ClinicService clinics;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanExportService(
            IdentityService identity,
            PlanWorklistService worklist,
            PlanWorklistQuery query,
            RelationService relations,
            ClinicService clinics,
            RetriedTransaction transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.identity = identity;
        this.worklist = worklist;
        this.query = query;
        this.relations = relations;
        this.clinics = clinics;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records an export in the audit trail with the number of its plans, and then reads all plans of the worklist in its
     * order, as the current user sees them there, some hundred at a time. No connection is held while a receiver takes them,
     * however slow it is; a plan that changes its place during the export may be left out or come twice.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if the reason is missing or too long; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void export(PlanFilter filter, PlanNarrowing narrowing, String reason, Consumer<PlanRow> each) {
        identity.demandProof();
        var stated = ReasonWords.require("The reason", reason, LONGEST_REASON);
        transaction.run(() -> {
            var today = Today.of(CurrentUser.current(), clinics, clock);
            var plans = query.countRows(relations.scope(), filter, narrowing, today);
            events.publishEvent(new Exported(Ids.next(), filter, plans, stated));
        });
        var page = transaction.call(() -> worklist.findPage(filter, narrowing, null, AT_ONCE));
        while (!page.isEmpty()) {
            page.forEach(each);
            var last = page.getLast();
            page = transaction.call(() -> worklist.findPage(filter, narrowing, last, AT_ONCE));
        }
    }

    /**
     * Plans were exported to a file.
     *
     * @param subject the id of this export
     */
    @StoredKind("plan.exported")
    private record Exported(UUID subject, PlanFilter filter, long plans, String reason) implements Recorded {
        @Override
        public String detail() {
            return filter.label() + ", plans " + plans + ", reason " + reason;
        }
    }
}
