package io.plumbline.patients;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Patients extends Repository<Patient, UUID> {
    /** Written at once, since rows of the directory that refer to it follow by hand-written statements. */
    Patient saveAndFlush(Patient patient);
}
