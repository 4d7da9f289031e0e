package io.plumbline.patients.file;

import io.plumbline.patients.PatientDetails;
import java.util.List;

/** Another module's entries in the timeline of a patient's page. */
public interface PatientTimeline {
    /**
     * The most entries of one kind that a timeline reads, the newest. Beyond these come the current user's own last visit and
     * what is still open, however old they are, since the page concludes from them.
     */
    int MOST = 50;

    /** Returns the latest entries that the current user, who has the patient's chart open, may see. */
    List<TimelineEntry> findEntries(PatientDetails patient);
}
