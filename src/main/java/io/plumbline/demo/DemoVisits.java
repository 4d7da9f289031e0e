package io.plumbline.demo;

import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds visits that clinicians delivered and signed. */
@Component
class DemoVisits {
    private final DemoSignIn signIn;
    private final NoteService notes;

    DemoVisits(DemoSignIn signIn, NoteService notes) {
        this.signIn = signIn;
        this.notes = notes;
    }

    /** A visit that a clinician has signed. */
    record Delivered(String by, PatientId patient, NoteRow note) {}

    /**
     * Returns the latest signed visit of each patient at a clinic, as far as there is one.
     *
     * @param clinicians by whom, the first one who has a visit
     * @param before visits of this day and later are left out
     */
    List<Delivered> delivered(
            List<PatientId> patients, DemoPlaces.Clinic place, List<String> clinicians, LocalDate before) {
        var all = new ArrayList<Delivered>();
        for (var patient : patients) {
            for (var who : clinicians) {
                if (all.stream().noneMatch(one -> one.patient().equals(patient))) {
                    signIn.as(who, () -> notes.findByPatient(patient).stream()
                            .filter(note -> note.status() == NoteStatus.SIGNED
                                    && note.clinic().equals(place.clinic())
                                    && note.author()
                                            .equals(CurrentUser.current().staff())
                                    && note.treatedOn().isBefore(before))
                            .findFirst()
                            .ifPresent(note -> all.add(new Delivered(who, patient, note))));
                }
            }
        }
        return all;
    }
}
