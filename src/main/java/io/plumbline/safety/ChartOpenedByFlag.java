package io.plumbline.safety;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** A red flag opened the chart of a patient without a chiropractor to a chiropractor of the clinic. */
record ChartOpenedByFlag(StaffId chiropractor, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "flag.chart-opened";
    }

    @Override
    public UUID subject() {
        return chiropractor.value();
    }
}
