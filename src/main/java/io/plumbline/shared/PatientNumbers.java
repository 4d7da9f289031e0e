package io.plumbline.shared;

import java.util.Collection;
import java.util.Map;

/** The numbers by which people who may not know a patient's name speak of them; the patients' room answers. */
public interface PatientNumbers {
    /** The number of each of these patients, such as {@code P-1042}; unknown ones are left out. */
    Map<PatientId, String> of(Collection<PatientId> patients);
}
