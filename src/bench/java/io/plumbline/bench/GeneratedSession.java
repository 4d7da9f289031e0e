package io.plumbline.bench;

import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What the note of a generated visit says. */
final class GeneratedSession {
    private GeneratedSession() {}

    static NoteDraft of(AppointmentType service, BodyRegion area, Random random) {
        var before = 2 + random.nextInt(7);
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(before),
                List.of(area),
                Set.of(service == AppointmentType.ADJUSTMENT ? "ADJUSTMENT" : "DEEP_TISSUE"),
                3,
                4,
                service.minutes(),
                new Pain(Math.max(0, before - random.nextInt(3))),
                Response.BETTER,
                "Guarding on the left, less than last time. Range of motion a little better in flexion; tender"
                        + " along the erector on both sides, no pain below the knee.",
                "",
                "Same again in a week; cat-cow at home, twice a day.");
    }
}
