package io.plumbline.leads.calling;

import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallDay;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes when a lead can be called today, and the time left until it is overdue, at the clinic that calls. */
@Component
public class CallDays {
    private static final CallTimes NOWHERE =
            new CallTimes(new BusinessTime(ZoneOffset.UTC, List.of(), Set.of()), List.of(), Duration.ZERO);

    private final ClinicService clinics;
    private final Clock clock;

    CallDays(ClinicService clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the day of a lead; the deadline of a clinical review depends on business hours only.
     *
     * @param clinic the clinic that calls; null for the group, for which the clinic with the most business time before
     *     the follow-up is overdue counts
     */
    public CallDay computeDay(NextFollowUp followUp, LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        return CallDay.of(timesOf(clinic, followUp), window(status, window), followUp, clock.instant());
    }

    /** Returns the response target of a clinic; for null that of the current user's first clinic. */
    public Duration target(@Nullable ClinicId clinic) {
        return timesOf(clinic).target();
    }

    /** Returns the call window that applies; a clinical review does not depend on it. */
    public static CallWindow window(LeadStatus status, CallWindow theirs) {
        return status == LeadStatus.CLINICAL_REVIEW ? CallWindow.ANY_TIME : theirs;
    }

    private CallTimes timesOf(@Nullable ClinicId preferred, NextFollowUp followUp) {
        return preferred != null
                ? timesOf(preferred)
                : Stream.concat(Stream.of(timesOf(null)), clinics.callTimes().values().stream())
                        .max(Comparator.comparing(
                                times -> times.businessTime().between(followUp.at(), followUp.overdueAt())))
                        .orElseThrow();
    }

    private CallTimes timesOf(@Nullable ClinicId preferred) {
        var all = clinics.callTimes();
        return Optional.ofNullable(preferred)
                .or(() -> clinics.myLabels().stream().map(ClinicLabel::id).findFirst())
                .map(all::get)
                .or(() -> all.values().stream().findFirst())
                .orElse(NOWHERE);
    }
}
