package io.plumbline.notes.ui;

import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.summary.PainAfterVisits;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Adds the pain after each session to the course of a treatment plan. */
@Component
class NotedPain implements PainAfterVisits {
    private final NoteService notes;

    NotedPain(NoteService notes) {
        this.notes = notes;
    }

    @Override
    public List<Felt> findByPatient(PatientDetails opened) {
        return notes.findByPatient(opened).stream()
                .filter(row -> row.signedAt() != null)
                .sorted(Comparator.comparing(NoteRow::treatedOn))
                .flatMap(row -> Stream.ofNullable(row.painAfter()).map(pain -> new Felt(row.treatedOn(), pain.score())))
                .toList();
    }
}
