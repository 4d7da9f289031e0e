package io.plumbline.patients;

import java.util.List;

/** What another room tells of a patient in the timeline of their page. */
public interface PatientTimeline {
    /** The most of one kind that a timeline asks for. */
    int MOST = 50;

    /** The latest of what happened, as far as the caller, who has opened the patient's page, may see it. */
    List<TimelineEntry> of(PatientDetails patient);
}
