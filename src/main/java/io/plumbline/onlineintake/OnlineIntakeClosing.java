package io.plumbline.onlineintake;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientClosing;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Withdraws the links to online intakes of a patient who is set inactive or deceased. */
@Component
@Order(7)
class OnlineIntakeClosing implements PatientClosing {
    private final OnlineIntakes intakes;
    private final LinkSender sender;
    private final PatientRecords records;
    private final Clock clock;

    OnlineIntakeClosing(OnlineIntakes intakes, LinkSender sender, PatientRecords records, Clock clock) {
        this.intakes = intakes;
        this.sender = sender;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public List<OpenItem> findOpen(PatientId patient) {
        return open(patient).stream()
                .map(intake -> new OpenItem("Link to an online intake", "is withdrawn"))
                .toList();
    }

    private List<OnlineIntake> open(PatientId patient) {
        return intakes.openOf(records.of(patient)).stream()
                .flatMap(id -> intakes.findById(id).stream())
                .filter(intake -> intake.state(clock.instant()).isOpen())
                .toList();
    }

    @Override
    public void end(PatientId patient, PatientStatus next, String reason) {
        intakes.openOf(records.of(patient)).forEach(intakes::lock);
        for (var intake : open(patient)) {
            sender.withdraw(intake, OnlineIntake.BY_STAFF, reason);
        }
    }
}
