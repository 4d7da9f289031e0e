package io.plumbline.practitioners;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.util.Set;

/** A practitioner in the directory. */
public record PractitionerRow(
        StaffId id,
        String name,
        String sortKey,
        Set<Discipline> disciplines,
        String languages,
        boolean active,
        Set<ClinicId> clinics) {}
