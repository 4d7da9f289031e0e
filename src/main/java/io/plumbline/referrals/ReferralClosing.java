package io.plumbline.referrals;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientClosing;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Names the open referrals of a patient who is set inactive or deceased: an answer may still come. */
@Component
@Order(5)
class ReferralClosing implements PatientClosing {
    private final Referrals referrals;
    private final PatientRecords records;

    ReferralClosing(Referrals referrals, PatientRecords records) {
        this.referrals = referrals;
        this.records = records;
    }

    @Override
    public List<OpenItem> findOpen(PatientId patient) {
        var open = referrals.countOpen(records.of(patient));
        return switch (open) {
            case 0 -> List.of();
            case 1 -> List.of(new OpenItem("1 open referral", "stays open until a chiropractor closes it"));
            default -> List.of(new OpenItem(open + " open referrals", "stay open until a chiropractor closes them"));
        };
    }

    @Override
    public void end(PatientId patient, PatientStatus next, String reason) {
        // whether an answer is still needed is a clinical decision
    }
}
