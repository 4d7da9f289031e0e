package io.plumbline.downtime;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The times in which the portal was away, with the visits of which something is still on paper. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.SCHEDULE_READ)
public class OutageService {
    /** Afterwards the other lists remain: past visits to close, and notes to sign. */
    private static final Duration LISTED = Duration.ofDays(30);

    private static final Duration LONGEST = Duration.ofDays(30);

    private final OutageStore outages;
    private final PaperVisitQuery visits;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Outages begin only with a start, so nobody asks for them where there was none. */
    private volatile boolean mayBeAny;

    OutageService(
            OutageStore outages,
            PaperVisitQuery visits,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outages = outages;
        this.visits = visits;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** An outage with the visits of which something is missing, in order of their times. */
    public record OnPaper(Outage outage, List<PaperVisit> visits) {}

    /**
     * Returns the outages of the current user's clinics in the last 30 days with visits on paper: all visits of the clinics
     * of managers and the front desk, at others those of the current user. Asks nothing while there are no outages.
     */
    public List<OnPaper> onPaper() {
        var user = CurrentUser.current();
        if (!mayBeAny) {
            return List.of();
        }
        return outages.open(user.clinics(), clock.instant().minus(LISTED)).stream()
                .map(outage -> new OnPaper(outage, visitsOf(outage, user)))
                .filter(one -> !one.visits().isEmpty())
                .toList();
    }

    private List<PaperVisit> visitsOf(Outage outage, CurrentUser user) {
        var zone = clinics.zoneOf(outage.clinic());
        return visits.find(new PaperVisitQuery.Wanted(
                outage.clinic(),
                LocalDateTime.ofInstant(outage.awayFrom(), zone),
                LocalDateTime.ofInstant(outage.backAt(), zone),
                user.staff(),
                user.clinicsSeen().contains(outage.clinic())));
    }

    /**
     * Dismisses an outage for everybody at its clinic, because nothing more is to be entered. Only a manager or the front desk
     * of the clinic may do so.
     *
     * @throws NotAvailable if it does not exist or is not of such a clinic
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void dismiss(OutageId id) {
        var user = CurrentUser.current();
        var outage = outages.find(id)
                .filter(found -> user.clinicsSeen().contains(found.clinic()))
                .orElseThrow(NotAvailable::new);
        if (outages.dismiss(id, user.staff(), clock.instant())) {
            events.publishEvent(new DowntimeEvent.Dismissed(outage));
        }
    }

    /**
     * Notes the time since a portal last ran as an outage of each clinic that was open then for more than 15 minutes. What another
     * node noted already is not noted again. Call it once when the portal starts.
     *
     * @param away how long no portal ran until now; at most 30 days, since one that was stopped for longer was not in use
     * @return for how many clinics it did
     */
    @Transactional
    @Requires(Permission.BACKUP_MAKE)
    public int note(Duration away) {
        mayBeAny = outages.isAnyOpen(clock.instant().minus(LISTED));
        if (away.compareTo(Outage.SHORTEST) <= 0 || away.compareTo(LONGEST) > 0) {
            return 0;
        }
        var backAt = clock.instant();
        var awayFrom = backAt.minus(away);
        var open = clinics.labels().values().stream()
                .filter(clinic -> wasOpen(clinic, awayFrom, backAt))
                .filter(clinic -> !outages.isNoted(clinic.id(), awayFrom))
                .toList();
        for (var clinic : open) {
            var outage = new Outage(OutageId.next(), clinic.id(), awayFrom, backAt);
            outages.add(outage);
            events.publishEvent(new DowntimeEvent.Noted(outage));
        }
        mayBeAny = true;
        return open.size();
    }

    private boolean wasOpen(ClinicLabel clinic, Instant awayFrom, Instant backAt) {
        var days = clinics.daysOf(
                clinic.id(), LocalDate.ofInstant(awayFrom, clinic.zone()), LocalDate.ofInstant(backAt, clinic.zone()));
        return Outage.isOutage(awayFrom, backAt, clinic.zone(), days);
    }
}
