package io.plumbline.patients;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what a screen shows of a patient whose header was read. Whoever calls it checks who may. */
@Component
class PatientReader {
    private final PatientFileQuery file;
    private final ClinicService clinics;
    private final Clock clock;

    PatientReader(PatientFileQuery file, ClinicService clinics, Clock clock) {
        this.file = file;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Returns the header with what is recorded about the patient besides. */
    PatientDetails details(PatientFileQuery.Head head) {
        var today = todayAt(head.clinics());
        var noted = file.noted(head.records(), head.clinical() != null, today);
        var numbers = new LinkedHashMap<PatientId, String>();
        numbers.put(head.id(), head.number());
        noted.merged().forEach(record -> numbers.put(record.id(), record.number()));
        return new PatientDetails(
                head.id(),
                head.records(),
                noted.merged(),
                RecordConflicts.find(numbers, noted.alertsOf(), today),
                head.version(),
                head.number(),
                head.draft(),
                head.clinics(),
                head.nextVisitOn(),
                head.nextVisitAt(),
                head.clinicalHold(),
                head.thrustHold(),
                head.sensitive(),
                head.status(),
                head.statusSince(),
                head.sameName(),
                head.plan(),
                today,
                noted.alerts(),
                noted.consents(),
                noted.careTeam(),
                noted.undone(),
                head.addedAt(),
                head.changedBy(),
                head.clinical());
    }

    /** Returns today at a clinic that the current user and the patient share, otherwise at one of the patient's clinics. */
    LocalDate todayAt(Set<ClinicId> known) {
        return known.stream()
                .sorted(CurrentUser.current().ownClinicsFirst())
                .map(clinics.labels()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(clinic -> clinic.today(clock))
                .orElse(LocalDate.now(clock));
    }
}
