package io.plumbline.shared.search;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.Map;

/** Patient numbers, for users who may not see a patient's name; implemented by the patients module. */
public interface PatientNumbers {
    /** Returns the number of each patient, such as {@code P-1042}; leaves out unknown patients. */
    Map<PatientId, String> of(Collection<PatientId> patients);
}
