package io.plumbline.notes.ui;

import io.plumbline.notes.NoteHistoryService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.summary.PainAfterVisits;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds the pain after each session to the course of a treatment plan. */
@Component
class NotedPain implements PainAfterVisits {
    private final NoteHistoryService notes;

    NotedPain(NoteHistoryService notes) {
        this.notes = notes;
    }

    @Override
    public List<Felt> findByPatient(PatientDetails opened) {
        return notes.findPainAfter(opened).stream()
                .map(after -> new Felt(after.on(), after.pain()))
                .toList();
    }
}
