package io.plumbline.recalls;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.status.PatientStatusService;
import io.plumbline.plans.worklist.PlanPace;
import io.plumbline.plans.worklist.PlanPaceService;
import io.plumbline.recalls.RecallRules.Need;
import io.plumbline.schedule.history.VisitDays;
import io.plumbline.schedule.history.VisitDaysService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at one patient after another: puts them on the recall board, keeps the reason current, takes them off. */
@Service
@Transactional
@Requires(Permission.RECALL_KEEP)
public class RecallCheckService {
    private final RecallCheckStore checks;
    private final PatientRecords records;
    private final Recalls recalls;
    private final VisitDaysService visits;
    private final PlanPaceService plans;
    private final ConsentService consents;
    private final PatientStatusService statuses;
    private final ClinicService clinics;
    private final RecallSettings settings;
    private final Clock clock;

    RecallCheckService(
            RecallCheckStore checks,
            PatientRecords records,
            Recalls recalls,
            VisitDaysService visits,
            PlanPaceService plans,
            ConsentService consents,
            PatientStatusService statuses,
            ClinicService clinics,
            RecallSettings settings,
            Clock clock) {
        this.checks = checks;
        this.records = records;
        this.recalls = recalls;
        this.visits = visits;
        this.plans = plans;
        this.consents = consents;
        this.statuses = statuses;
        this.clinics = clinics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns patients who are due for a look. */
    @Transactional(readOnly = true)
    public Set<PatientId> due(int most) {
        return checks.due(clock.instant(), most);
    }

    /**
     * Looks at one patient, and notes when to look again. Returns whether this call took the look; another node may
     * have been first.
     */
    public boolean check(PatientId patient) {
        if (!checks.take(patient)) {
            return false;
        }
        var readAs = records.readAs(patient);
        factsOf(readAs).ifPresent(facts -> decide(readAs, facts));
        if (!readAs.equals(patient)) {
            // a merged patient is called once
            recalls.findById(patient.value()).ifPresent(merged -> {
                merged.leave(false, clinics.todayAt(merged.clinic()));
                recalls.saveAndFlush(merged);
            });
        }
        return true;
    }

    /** Drops the looks at a patient whose facts cannot be read, until the next change. */
    public boolean leaveOut(PatientId patient) {
        return checks.take(patient);
    }

    private Optional<RecallFacts> factsOf(PatientId patient) {
        var pace = plans.of(patient).stream().findFirst().orElse(null);
        var days = visits.of(patient).orElse(null);
        if (days != null) {
            return Optional.of(facts(patient, days.clinic(), days, pace));
        }
        return Optional.ofNullable(pace).map(plan -> facts(patient, plan.clinic(), null, plan));
    }

    private RecallFacts facts(PatientId patient, ClinicId clinic, @Nullable VisitDays days, @Nullable PlanPace pace) {
        return new RecallFacts(
                clinic,
                clinics.todayAt(clinic),
                days == null ? null : days.lastVisitOn(),
                days == null ? null : days.missedOn(),
                days == null ? null : days.aheadOn(),
                pace,
                consents.isContactWithdrawn(patient) || !statuses.isActive(patient));
    }

    private void decide(PatientId patient, RecallFacts facts) {
        var finding = RecallRules.find(facts, settings);
        var known = recalls.findById(patient.value());
        var need = finding.need();
        if (need == null) {
            known.ifPresent(recall -> {
                recall.leave(facts.aheadOn() != null, facts.today());
                recalls.saveAndFlush(recall);
            });
        } else {
            recalls.saveAndFlush(known.map(recall -> followed(recall, need, facts))
                    .orElseGet(() -> Recall.begun(patient, need, facts)));
        }
        var again = finding.lookAgainOn();
        if (again != null) {
            checks.lookAt(
                    patient, again.atStartOfDay(clinics.zoneOf(facts.clinic())).toInstant());
        }
    }

    private static Recall followed(Recall recall, Need need, RecallFacts facts) {
        recall.follow(need, facts);
        return recall;
    }
}
