package io.plumbline.schedule;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The day sheet of a clinic was downloaded as a document.
 *
 * @param rows the number of appointments on it
 */
record SchedulePrinted(ClinicId clinic, LocalDate day, int rows) implements Recorded {
    @Override
    public String kind() {
        return "schedule.printed";
    }

    @Override
    public UUID subject() {
        return clinic.value();
    }

    @Override
    public String detail() {
        return day + ", " + rows + (rows == 1 ? " row" : " rows");
    }
}
