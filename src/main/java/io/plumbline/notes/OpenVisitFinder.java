package io.plumbline.notes;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.practitioners.PractitionerScope;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.NoteId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which visits of a patient the current user may begin to document: without a note so far, or of a patient who walked in. */
@Component
class OpenVisitFinder {
    /** As long as a manager's list of unsigned notes names a visit without a note. */
    private static final int DAYS_BACK = 90;

    private final VisitQuery visits;
    private final PractitionerService practitioners;
    private final CredentialService credentials;
    private final ClinicService clinics;
    private final Clock clock;

    OpenVisitFinder(
            VisitQuery visits,
            PractitionerService practitioners,
            CredentialService credentials,
            ClinicService clinics,
            Clock clock) {
        this.visits = visits;
        this.practitioners = practitioners;
        this.credentials = credentials;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Returns the visits of the last 90 days until today, newest first, then those of a patient who walks in today. */
    List<OpenVisit> find(PatientDetails opened) {
        // today at any clinic is at most one day away from today in UTC
        var utc = LocalDate.now(clock);
        var open = visits
                .findOpen(CurrentUser.current().staff(), opened.records(), utc.minusDays(DAYS_BACK), utc.plusDays(1))
                .stream()
                .filter(visit -> !visit.on().isAfter(clinics.todayAt(visit.clinic())));
        return Stream.concat(open, walkIns(opened)).toList();
    }

    private Stream<OpenVisit> walkIns(PatientDetails opened) {
        var treatments = findOwnTreatments();
        return clinics.myLabels().stream()
                .filter(clinic -> opened.clinics().contains(clinic.id()))
                .flatMap(clinic -> {
                    var today = clinics.todayAt(clinic.id());
                    return treatments.stream()
                            .filter(service -> maySign(service, today))
                            .map(service -> new OpenVisit(
                                    new VisitKey.WalkIn(opened.id(), clinic.id(), service, today, NoteId.next()),
                                    clinic.id(),
                                    service,
                                    today,
                                    null));
                });
    }

    /**
     * Refuses a visit without an appointment to those who would not be booked for it.
     *
     * @throws NotAvailable if the current user does not work at the clinic, or not in the discipline, or the day is not
     *     one of the last 90
     * @throws io.plumbline.practitioners.credentials.NotEligible if they have no valid credential; the message is for the user
     */
    void require(VisitKey.WalkIn visit) {
        if (!CurrentUser.current().clinics().contains(visit.clinic())
                || !findOwnTreatments().contains(visit.service())
                || !isDocumented(visit.on(), clinics.todayAt(visit.clinic()))) {
            throw new NotAvailable();
        }
        credentials.requireMaySign(visit.service().discipline(), visit.on());
    }

    private static boolean isDocumented(LocalDate on, LocalDate today) {
        return !on.isAfter(today) && !on.isBefore(today.minusDays(DAYS_BACK));
    }

    private boolean maySign(AppointmentType service, LocalDate today) {
        return credentials
                .findRefusal(CurrentUser.current().staff(), service.discipline(), today)
                .isEmpty();
    }

    /** Returns the treatments of the current user's disciplines; none for somebody who is not in the directory. */
    private List<AppointmentType> findOwnTreatments() {
        var disciplines = practitioners
                .scopeOf(CurrentUser.current().staff())
                .map(PractitionerScope::disciplines)
                .orElse(Set.of());
        return AppointmentType.treatments().stream()
                .filter(service -> disciplines.contains(Objects.requireNonNull(service.discipline())))
                .toList();
    }
}
