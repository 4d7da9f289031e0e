package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What a room to the right knows of a clinic that is in use. */
public interface ClinicInUse {
    /** Whether an appointment was ever booked there. */
    boolean isBooked(ClinicId clinic);

    /** How many appointments some clinics have that are neither over nor cancelled, by day; no day without any. */
    List<Booked> bookedOn(Collection<ClinicId> clinics, Collection<LocalDate> days);

    /** A day on which somebody is booked at a clinic. */
    record Booked(ClinicId clinic, LocalDate on, long visits) {}
}
