package io.plumbline.recalls;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientClosing;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes a patient who is set inactive or deceased off the recall board. */
@Component
@Order(3)
class RecallClosing implements PatientClosing {
    private final Recalls recalls;
    private final ClinicService clinics;

    RecallClosing(Recalls recalls, ClinicService clinics) {
        this.recalls = recalls;
        this.clinics = clinics;
    }

    @Override
    public List<OpenItem> findOpen(PatientId patient) {
        return open(patient)
                .map(recall -> new OpenItem("To be called on the recall board", "is taken off the board"))
                .stream()
                .toList();
    }

    private Optional<Recall> open(PatientId patient) {
        return recalls.findById(patient.value()).filter(recall -> recall.status() == RecallStatus.OPEN);
    }

    @Override
    public void end(PatientId patient, PatientStatus next, String reason) {
        open(patient).ifPresent(recall -> {
            recall.leave(false, clinics.todayAt(recall.clinic()));
            recalls.saveAndFlush(recall);
        });
    }
}
