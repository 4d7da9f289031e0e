package io.plumbline.patients.status;

import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A patient was set active, inactive or deceased.
 *
 * @param openItems how many items were open before
 */
@StoredKind("patient.status-changed")
public record PatientStatusEvent(PatientId patient, PatientStatus status, LocalDate since, int openItems)
        implements Recorded {
    @Override
    public String detail() {
        return status.name().toLowerCase(Locale.ROOT) + " since " + since + ", open before: " + openItems;
    }
}
