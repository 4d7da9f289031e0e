package io.plumbline.demo;

import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates red flags of every level, some decided and some not. */
@Component
class DemoFlags {
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
                clock.instant().minus(Duration.ofHours(hoursAgo)),
                () -> screening.raise(patient, place.clinic(), Map.of(rule, ScreeningAnswer.YES)));
    }

    /** Raises a red flag the given number of hours ago, acknowledges it two hours later and leaves it open. */
    void acknowledge(String by, PatientId patient, DemoPlaces.Clinic place, String rule, long hoursAgo) {
        raise(by, patient, place, rule, hoursAgo);
        signIn.as(
                by, clock.instant().minus(Duration.ofHours(hoursAgo - 2)), () -> safety.findByPatient(patient).stream()
                        .filter(flag -> flag.status() == FlagStatus.RAISED)
                        .forEach(flag -> safety.acknowledge(flag.id(), flag.version())));
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
    void clear(String by, PatientId patient, DemoPlaces.Clinic place, String rule, String reason, Evidence evidence) {
        decide(by, patient, place, rule, FlagDecision.cleared(reason, evidence));
    }

    private void decide(String by, PatientId patient, DemoPlaces.Clinic place, String rule, FlagDecision decision) {
        raise(by, patient, place, rule, 5 * 24L);
        signIn.as(by, clock.instant().minus(Duration.ofDays(4)), () -> safety.findByPatient(patient).stream()
                .filter(flag -> FlagStatus.AWAITING_DECISION.contains(flag.status()))
                .forEach(flag -> safety.decide(flag.id(), flag.version(), decision)));
    }
}
