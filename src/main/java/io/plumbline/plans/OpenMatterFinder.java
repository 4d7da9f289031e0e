package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.phases.Finding;
import io.plumbline.phases.OpenMatter;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.shared.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what is not settled about the safety of a patient: red flags, and adverse reactions. */
@Component
class OpenMatterFinder {
    private final OpenReactions reactions;
    private final PatientRecords records;
    private final ClinicService clinics;

    OpenMatterFinder(OpenReactions reactions, PatientRecords records, ClinicService clinics) {
        this.reactions = reactions;
        this.records = records;
        this.clinics = clinics;
    }

    /** @param flags those of the patient */
    List<OpenMatter> find(TreatmentPlan plan, List<FlagDetails> flags) {
        var open = new ArrayList<OpenMatter>();
        flags.stream().filter(FlagDetails::isInForce).forEach(flag -> kind(flag)
                .ifPresent(kind -> open.add(new OpenMatter(kind, words(flag), Finding.Source.FLAGS))));
        reactions
                .findSevereOrOngoing(records.of(plan.patient()))
                .forEach(words -> open.add(new OpenMatter(OpenMatter.Kind.UNDECIDED, words, Finding.Source.REACTIONS)));
        return open;
    }

    private String words(FlagDetails flag) {
        return flag.level().said(flag.flag()) + ": " + flag.status().label().toLowerCase(Locale.ROOT)
                + (flag.outcomeDueAt() == null
                        ? ""
                        : ", outcome due " + Dates.dayAndTime(flag.outcomeDueAt(), clinics.zoneOf(flag.clinic())));
    }

    private static Optional<OpenMatter.Kind> kind(FlagDetails flag) {
        var isOpen = FlagStatus.AWAITING_DECISION.contains(flag.status());
        return switch (flag.level()) {
            // an emergency that was referred like any other flag still waits for emergency care
            case E ->
                Optional.of(
                        flag.status() == FlagStatus.EMERGENCY_REFERRED
                                ? OpenMatter.Kind.EMERGENCY_REFERRED
                                : OpenMatter.Kind.EMERGENCY);
            case U -> Optional.of(isOpen ? OpenMatter.Kind.URGENT : OpenMatter.Kind.URGENT_REFERRED);
            case R -> isOpen ? Optional.of(OpenMatter.Kind.UNDECIDED) : Optional.empty();
            case C -> Optional.empty();
        };
    }
}
