package io.plumbline.exercises.ui;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone in which the library, which is no clinic's, tells the time: that of the reader's first clinic. */
final class ReaderZone {
    private ReaderZone() {}

    static ZoneId of(ClinicService clinics) {
        return clinics.labels().values().stream()
                .filter(clinic -> Caller.current().clinics().contains(clinic.id()))
                .findFirst()
                .map(ClinicLabel::zone)
                .orElse(ZoneOffset.UTC);
    }
}
