package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.taper.StartedCare;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Expands a draft to visits on the open days of a clinic, with practitioners who work there and offer the service. */
@Component
class VisitPlanner {
    private static final int YEARS = 2;

    private final ClinicService clinics;
    private final PractitionerService practitioners;

    VisitPlanner(ClinicService clinics, PractitionerService practitioners) {
        this.clinics = clinics;
        this.practitioners = practitioners;
    }

    /**
     * Returns the visits of a draft, regardless of the practitioners.
     *
     * @throws Refused if no start is chosen, the clinic has no open day for a year, or the draft carries over visits
     *     that it cannot
     */
    StartedCare visits(ClinicId clinic, PlanDraft draft) {
        var start = draft.startsOn();
        if (start == null) {
            throw new Refused("Choose a start date");
        }
        requireNear(clinic, draft);
        return StartedCare.of(
                start, draft.services(), draft.carriedOver(), clinics.todayAt(clinic), clinics.openDays(clinic));
    }

    /** Returns the day at a clinic. */
    LocalDate today(ClinicId clinic) {
        return clinics.todayAt(clinic);
    }

    /**
     * Refuses a start more than two years from today.
     *
     * @throws Refused if the start is further away; the message is for the user
     */
    void requireNear(ClinicId clinic, PlanDraft draft) {
        var start = draft.startsOn();
        var today = clinics.todayAt(clinic);
        if (start != null && (start.isBefore(today.minusYears(YEARS)) || start.isAfter(today.plusYears(YEARS)))) {
            throw new Refused("Choose a start within two years from today");
        }
    }

    /**
     * Refuses a service without a practitioner, or with one who is not trained in it.
     *
     * @throws Refused if there is such a service; the message is for the user
     */
    void requireWhoGivesIt(ClinicId clinic, PlanDraft draft) {
        var here = practitioners.workingAt(clinic);
        var missing = new LinkedHashSet<String>();
        for (var line : draft.services()) {
            var discipline = Objects.requireNonNull(line.service().discipline());
            var isGiven = here.stream()
                    .filter(practitioner -> practitioner.disciplines().contains(discipline))
                    .anyMatch(practitioner -> practitioner.id().equals(line.practitionerId()));
            if (!isGiven) {
                missing.add("who provides the " + line.service().label().toLowerCase(Locale.ROOT) + " of the phase "
                        + line.phase().label().toLowerCase(Locale.ROOT));
            }
        }
        if (!missing.isEmpty()) {
            throw new Refused("Choose " + String.join(", ", missing));
        }
    }
}
