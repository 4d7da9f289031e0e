package io.plumbline.patients.file;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.CurrentUser;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds the patient's own file to the timeline: registration, alerts and consents. */
@Component
class FileTimelineQuery implements PatientTimeline {
    private final ClinicService clinics;

    FileTimelineQuery(ClinicService clinics) {
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        var zone = zoneOf(patient);
        var entries = new ArrayList<TimelineEntry>();
        Optional.ofNullable(patient.addedAt())
                .ifPresent(at -> entries.add(
                        TimelineEntry.timed(at, zone, TimelineKind.JOINED, "Added as a patient", patient.number())));
        for (var alert : patient.alerts()) {
            entries.add(TimelineEntry.timed(
                            alert.addedAt(), zone, TimelineKind.ALERT, "Alert: " + alert.sentence(), alert.addedBy())
                    .by(alert.addedBy(), alert.mine()));
            if (alert.isOver(patient.today())) {
                entries.add(TimelineEntry.onDay(
                        Objects.requireNonNull(alert.endsOn()).plusDays(1),
                        zone,
                        TimelineKind.ALERT,
                        "Alert ended: " + alert.sentence(),
                        ""));
            }
        }
        for (var consent : patient.consents()) {
            entries.add(TimelineEntry.onDay(
                            consent.givenOn(),
                            zone,
                            TimelineKind.CONSENT,
                            "Consent given: " + consent.kind().label(),
                            (consent.text() == null
                                            ? "Wording " + consent.wording()
                                            : "Version " + consent.text().number())
                                    + ", taken by " + consent.takenBy())
                    .by(consent.takenBy(), consent.mine()));
            if (consent.withdrawnOn() != null) {
                entries.add(TimelineEntry.onDay(
                                consent.withdrawnOn(),
                                zone,
                                TimelineKind.CONSENT,
                                "Consent withdrawn: " + consent.kind().label(),
                                "Recorded by " + consent.withdrawalTakenBy())
                        .by(consent.withdrawalTakenBy(), consent.withdrawalMine()));
            }
        }
        for (var undone : patient.undone()) {
            var kind = undone.action().isOfAlert() ? TimelineKind.ALERT : TimelineKind.CONSENT;
            var what = undone.action().label() + ": " + undone.about();
            var back = undone.action().undoneLabel() + ": " + undone.about();
            entries.add(TimelineEntry.timed(undone.doneAt(), zone, kind, what, undone.by() + ", undone since")
                    .by(undone.by(), undone.mine()));
            entries.add(TimelineEntry.timed(undone.undoneAt(), zone, kind, back, undone.by())
                    .by(undone.by(), undone.mine()));
        }
        return entries;
    }

    private ZoneId zoneOf(PatientDetails patient) {
        return patient.clinics().stream()
                .sorted(CurrentUser.current().ownClinicsFirst())
                .map(clinics.labels()::get)
                .filter(Objects::nonNull)
                .map(ClinicLabel::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
