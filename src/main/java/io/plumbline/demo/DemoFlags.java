package io.plumbline.demo;

import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates red flags of every level, some decided and some not. */
@Component
class DemoFlags {
    private static final LocalTime FIRST = LocalTime.of(8, 0);
    private static final LocalTime LAST = LocalTime.of(15, 45);

    private final DemoSignIn signIn;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final Clock clock;

    DemoFlags(DemoSignIn signIn, SafetyService safety, ScreeningService screening, Clock clock) {
        this.signIn = signIn;
        this.safety = safety;
        this.screening = screening;
        this.clock = clock;
    }

    /** Raises a red flag the given number of hours ago. */
    void raise(String by, PatientId patient, DemoPlaces.Clinic place, String rule, long hoursAgo) {
        signIn.as(
                by,
                duringHours(hoursAgo, place),
                () -> screening.raise(patient, place.clinic(), Map.of(rule, ScreeningAnswer.YES)));
    }

    /** Raises a red flag the given number of hours ago, acknowledges it two hours later and leaves it open. */
    void acknowledge(String by, PatientId patient, DemoPlaces.Clinic place, String rule, long hoursAgo) {
        raise(by, patient, place, rule, hoursAgo);
        signIn.as(by, duringHours(hoursAgo - 2, place), () -> safety.findByPatient(patient).stream()
                .filter(flag -> flag.status() == FlagStatus.RAISED)
                .forEach(flag -> safety.acknowledge(flag.id(), flag.version())));
    }

    /** Returns the moment that many hours ago; outside the hours of a clinic, the end of the last day before it. */
    private Instant duringHours(long hoursAgo, DemoPlaces.Clinic place) {
        var then = clock.instant().minus(Duration.ofHours(hoursAgo)).atZone(place.zone());
        if (then.toLocalTime().isBefore(FIRST)) {
            return then.minusDays(1).with(LAST).toInstant();
        }
        return (then.toLocalTime().isAfter(LAST) ? then.with(LAST) : then).toInstant();
    }

    /** Raises a red flag some days ago and decides it the next day. */
    void decide(
            String by,
            PatientId patient,
            DemoPlaces.Clinic place,
            String rule,
            FlagStatus to,
            String reason,
            @Nullable LocalDate until) {
        decide(by, patient, place, rule, new FlagDecision(to, reason, until));
    }

    /** Raises a red flag some days ago and clears it the next day. */
    void clear(
            String by, PatientId patient, DemoPlaces.Clinic place, String rule, String reason, EvidenceDraft evidence) {
        decide(by, patient, place, rule, FlagDecision.cleared(reason, evidence));
    }

    private void decide(String by, PatientId patient, DemoPlaces.Clinic place, String rule, FlagDecision decision) {
        raise(by, patient, place, rule, 5 * 24L);
        signIn.as(by, duringHours(4 * 24L, place), () -> safety.findByPatient(patient).stream()
                .filter(flag -> FlagStatus.AWAITING_DECISION.contains(flag.status()))
                .forEach(flag -> safety.decide(flag.id(), flag.version(), decision)));
    }
}
