package io.plumbline.support;

import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.notes.NoteDraft;
import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanGoal;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one of {@link ConcurrentEditors} makes of what they saw: a text with their word after those of the others, and other fields
 * that tell whose it is, some of them rows that come and go.
 *
 * @param therapist who provides the massages of a plan
 * @param chiropractor who gives its adjustments
 */
public record EditedDrafts(StaffId therapist, StaffId chiropractor) {
    public static LeadDraft lead(ClinicId clinic, Instant consentAt) {
        return new LeadDraft(
                "Six Writers",
                new PhoneNumber("+16025550177"),
                null,
                "",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                clinic,
                consentAt);
    }

    public static LeadDraft corrected(LeadDraft seen, String word) {
        return new LeadDraft(
                "Corrected By " + word,
                seen.phone(),
                null,
                (seen.concern() + " " + word).strip(),
                seen.callWindow(),
                seen.source(),
                seen.clinic(),
                seen.consentAt());
    }

    public PlanDraft planned(PlanDraft seen, String word) {
        var lines = Stream.of(
                line(AppointmentType.MASSAGE, therapist, 1 + place(word)),
                line(AppointmentType.ADJUSTMENT, chiropractor, 7 + place(word)));
        return new PlanDraft(
                        "Plan of " + word,
                        seen.reasonForCare() + " " + word,
                        seen.startsOn(),
                        lines.limit(1 + place(word) % 2).toList(),
                        List.of(new PlanGoal(
                                "NPRS_NOW",
                                "",
                                BigDecimal.TEN,
                                LocalDate.EPOCH,
                                BigDecimal.valueOf(place(word) % 10),
                                LocalDate.of(2100, 1, 1))),
                        place(word) % 2 == 0 ? List.of("M54.50") : List.of("M54.6", "M54.50"),
                        List.of(new PhaseRules(
                                PlanPhase.RELIEF,
                                0,
                                null,
                                place(word),
                                null,
                                new ExitCriteria(3, 2, null, true, false, true, false),
                                12,
                                30)),
                        List.of(PlanFactor.open(place(word) % 2 == 0 ? "SITTING" : "STRESS")))
                .withCarriedOver(List.of(new CarriedOver(AppointmentType.MASSAGE, 1 + place(word) % 60)));
    }

    private static PlannedService line(AppointmentType service, StaffId who, int visits) {
        return new PlannedService(PlanPhase.RELIEF, service, who, Frequency.WEEKLY, visits);
    }

    public static NoteDraft found(NoteDraft seen, String word) {
        var done = TestCare.done();
        return new NoteDraft(
                done.safetyRecheck(),
                null,
                done.consent(),
                done.painBefore(),
                areas().limit(1 + place(word) % 3).toList(),
                place(word) % 2 == 0 ? Set.of("SWEDISH") : Set.of(),
                done.pressure(),
                done.stopAt(),
                10 + place(word),
                done.painAfter(),
                done.response(),
                (seen.observations() + " " + word).strip(),
                "",
                "Again after " + word);
    }

    private static Stream<BodyRegion> areas() {
        return Stream.of("back-lumbar-left", "back-lumbar-right", "back-thoracic-left")
                .map(BodyRegion::new);
    }

    /** Each word has an hour of its own. */
    public static TimeSlot timed(TimeSlot seen, LocalDate first, String word) {
        var on = first.plusDays(word.charAt(1) - '0');
        return new TimeSlot(seen.practitioner(), null, on, LocalTime.of(8 + place(word), 0), 30, 0);
    }

    /** Who of the six wrote a word. */
    private static int place(String word) {
        return word.charAt(0) - 'a';
    }
}
