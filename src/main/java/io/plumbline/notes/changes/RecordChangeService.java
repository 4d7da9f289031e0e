package io.plumbline.notes.changes;

import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what colleagues changed in a patient's record, for those who treat the patient. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_READ)
public class RecordChangeService {
    private final RecordChangeQuery query;

    RecordChangeService(RecordChangeQuery query) {
        this.query = query;
    }

    /**
     * Returns what others than the current user changed after a time in the record of a patient whose chart the current user has
     * open: signed notes and their amendments, signed intake notes, alerts, decisions about the plan, red flags and
     * scores; newest first, at most 20.
     *
     * @return nothing if the current user does not treat the patient
     */
    public List<RecordChange> findSince(PatientDetails opened, Instant since) {
        return opened.clinical() == null
                ? List.of()
                : query.findSince(opened.records(), CurrentUser.current().staff(), since);
    }
}
