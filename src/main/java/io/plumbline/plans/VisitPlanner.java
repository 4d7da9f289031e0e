package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.ClinicId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes visits of a draft: on the open days of a clinic, with people who work there and give what is planned. */
@Component
class VisitPlanner {
    private final ClinicService clinics;
    private final PractitionerService practitioners;

    VisitPlanner(ClinicService clinics, PractitionerService practitioners) {
        this.clinics = clinics;
        this.practitioners = practitioners;
    }

    /**
     * The visits of a draft, whoever gives them.
     *
     * @throws IllegalArgumentException if no start is chosen, or the clinic does not open for a year
     */
    List<Taper.Visit> visits(ClinicId clinic, PlanDraft draft) {
        var start = draft.startsOn();
        if (start == null) {
            throw new IllegalArgumentException("Choose the day on which the plan starts");
        }
        return Taper.visits(start, draft.services(), clinics.openDays(clinic));
    }

    /**
     * Refuses a plan of which somebody gives what they are not trained in, or nobody is chosen.
     *
     * @throws IllegalArgumentException in words for who planned it
     */
    void requireWhoGivesIt(ClinicId clinic, PlanDraft draft) {
        var here = practitioners.workingAt(clinic);
        for (var line : draft.services()) {
            var discipline = Objects.requireNonNull(line.service().discipline());
            var isGiven = here.stream()
                    .filter(practitioner -> practitioner.disciplines().contains(discipline))
                    .anyMatch(practitioner -> practitioner.id().equals(line.practitionerId()));
            if (!isGiven) {
                throw new IllegalArgumentException(
                        "Choose who gives the " + line.service().word().toLowerCase(Locale.ROOT) + " of the phase "
                                + line.phase().word().toLowerCase(Locale.ROOT));
            }
        }
    }
}
