package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.access.SensitiveReaderQuery;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signed notes that wait for the current user's co-signature: those of practitioners whom the current user supervises now. */
@Component
public class NotesToCosign {
    private final SessionNotes notes;
    private final SupervisionService supervisions;
    private final RelationService relations;
    private final KnownPatients patients;
    private final SensitiveReaderQuery sensitive;

    NotesToCosign(
            SessionNotes notes,
            SupervisionService supervisions,
            RelationService relations,
            KnownPatients patients,
            SensitiveReaderQuery sensitive) {
        this.notes = notes;
        this.supervisions = supervisions;
        this.relations = relations;
        this.patients = patients;
        this.sensitive = sensitive;
    }

    /**
     * A note that waits for the current user's co-signature.
     *
     * @param contentHash the hash of what the author signed
     */
    public record ToCosign(PatientId patient, AppointmentType service, LocalDate treatedOn, String contentHash) {}

    /**
     * Returns the name of the patient of a note that waits for the current user's co-signature, which is all that the current user
     * may know of a patient outside the relation; empty for other notes.
     */
    Optional<String> patientNameOf(SessionNote note) {
        return isForCurrentUser(note)
                ? Optional.ofNullable(patients.names(List.of(note.patient())).get(note.patient()))
                : Optional.empty();
    }

    /** Returns whether a note waits for the current user's co-signature, who reads it then whatever its privacy. */
    boolean isForCurrentUser(SessionNote note) {
        return note.status() == NoteStatus.AWAITING_COSIGNATURE && isSupervisorOf(note);
    }

    /** Returns the patient of a note that waits for the current user's co-signature; empty for other notes. */
    public Optional<PatientId> patientOf(NoteId id) {
        return notes.findById(id.value()).filter(this::isForCurrentUser).map(SessionNote::patient);
    }

    /**
     * Returns a note on whose co-signature the current user may decide.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the note does not exist or is not available to the current user
     * @throws StaleVersion if the note was changed in the meantime
     * @throws Refused if it is the current user's own note or that of somebody whom they do not supervise, or it does not wait
     *     for a co-signature any more; the message is for the user
     */
    public ToCosign require(NoteId id, long version) {
        var note = requireAwaiting(id, version);
        return new ToCosign(
                note.patient(),
                note.service(),
                note.treatedOn(),
                Objects.requireNonNull(note.contentHash(), "a signed note has its hash"));
    }

    /** Ends the wait of a note for the current user's co-signature; throws as {@link #require} does. */
    public void complete(NoteId id, long version) {
        var note = requireAwaiting(id, version);
        note.cosign(CurrentUser.current().staff());
        notes.saveAndFlush(note);
    }

    private SessionNote requireAwaiting(NoteId id, long version) {
        var note = notes.findById(id.value())
                .filter(found -> isSupervisorOf(found)
                        || relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        note.requireAwaiting(CurrentUser.current().staff());
        if (!isSupervisorOf(note)) {
            throw new Refused("You do not supervise the author of this note. Only their supervisor decides on it");
        }
        StaleVersion.throwUnless(note.version() == version, SessionNote.class, id);
        return note;
    }

    /** To supervise the author opens no record of a sensitive patient for which the supervisor is not named. */
    private boolean isSupervisorOf(SessionNote note) {
        return supervisions
                        .supervisorOf(note.author())
                        .filter(CurrentUser.current().staff()::equals)
                        .isPresent()
                && !sensitive.isHiddenFromCurrentUser(note.patient());
    }
}
