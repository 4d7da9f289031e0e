package io.plumbline.clinics;

import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What this module needs to know about the use of a clinic; implemented by a module that depends on it. */
public interface ClinicInUse {
    /** Returns whether an appointment was ever booked at the clinic. */
    boolean isBooked(ClinicId clinic);

    /**
     * Counts the open appointments of some clinics by day, that is, those neither completed nor canceled. Days without
     * any are omitted.
     */
    List<Booked> bookedOn(Collection<ClinicId> clinics, Collection<LocalDate> days);

    /** A day with open appointments at a clinic. */
    record Booked(ClinicId clinic, LocalDate on, long visits) {}
}
