package io.plumbline.patients.merging;

import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Set;

/**
 * Records were merged or unmerged: each module brings what it keeps of a patient, such as the header, in line with the
 * records that are read as one now. The headers are locked.
 *
 * @param readAs the records under which the patients are read now
 * @param all all records concerned
 */
public record RecordsRegrouped(List<PatientId> readAs, Set<PatientId> all) {}
