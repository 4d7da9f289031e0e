package io.plumbline.notes.search;

import io.plumbline.exercises.TextWords;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a signed session note says, with what was added to it.
 *
 * @param patientName in spoken order
 * @param passages its texts in the order of the page, none empty
 */
record NoteText(
        NoteId id,
        PatientId patient,
        String patientName,
        StaffId author,
        String authorName,
        AppointmentType service,
        LocalDate treatedOn,
        NoteStatus status,
        NotePrivacy privacy,
        List<Passage> passages) {
    /** One text of the note, with the name that its field has on the page. */
    record Passage(String field, String text) {}

    NoteKey key() {
        return new NoteKey(id.value(), patient, treatedOn, author);
    }

    /** Returns the words of all its texts. */
    Set<String> words() {
        return wordsOf(passages);
    }

    static Set<String> wordsOf(List<Passage> passages) {
        return TextWords.of(passages.stream().map(Passage::text).toList());
    }
}
