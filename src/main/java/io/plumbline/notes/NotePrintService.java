package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the signed session notes of some days of a patient for one document. */
@Service
@Transactional
@Requires(Permission.NOTE_READ)
public class NotePrintService {
    /** The most notes of one document. */
    public static final int MOST = 100;

    private final SessionNotes notes;
    private final NoteReaderQuery readers;
    private final RelationService relations;
    private final StaffNameQuery names;
    private final SignedNotes signed;
    private final ApplicationEventPublisher events;

    NotePrintService(
            SessionNotes notes,
            NoteReaderQuery readers,
            RelationService relations,
            StaffNameQuery names,
            SignedNotes signed,
            ApplicationEventPublisher events) {
        this.notes = notes;
        this.readers = readers;
        this.relations = relations;
        this.names = names;
        this.signed = signed;
        this.events = events;
    }

    /**
     * The days whose signed notes are printed.
     *
     * @param from the first day, included
     * @param until the last day, included
     * @param isWithErrors whether notes that were entered in error are printed too; one may be about somebody else
     */
    public record Range(LocalDate from, LocalDate until, boolean isWithErrors) {
        private Set<NoteStatus> without() {
            return isWithErrors
                    ? EnumSet.of(NoteStatus.DRAFT)
                    : EnumSet.of(NoteStatus.DRAFT, NoteStatus.ENTERED_IN_ERROR);
        }
    }

    /**
     * How many signed notes there are in a range of days.
     *
     * @param notes those that the current user may read
     * @param withheld those that are restricted to others, and left out
     */
    public record Counted(long notes, long withheld) {}

    /**
     * The signed notes of a range of days.
     *
     * @param notes those that the current user may read, oldest first
     * @param withheld how many are restricted to others, and left out
     */
    public record Opened(List<NoteDetails> notes, int withheld) {}

    /** The signed session notes of some days were downloaded as one document. */
    @StoredKind("note.range-printed")
    record Printed(PatientId patient, Range range, int notes) implements Recorded {
        @Override
        public UUID subject() {
            return patient.value();
        }

        @Override
        public String detail() {
            return notes + (notes == 1 ? " note, " : " notes, ") + range.from() + " to " + range.until()
                    + (range.isWithErrors() ? ", with those entered in error" : "");
        }
    }

    /**
     * Counts the signed notes of a patient in a range of days. It opens none, so no view is recorded.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    @Transactional(readOnly = true)
    public Counted count(PatientId patient, Range range) {
        relations.requireClinical(patient);
        var withheld = withheld(patient, range).size();
        return new Counted(
                notes.countBetween(recordsOf(patient), range.from(), range.until(), range.without()) - withheld,
                withheld);
    }

    /**
     * Opens the signed notes of a patient in a range of days for a document, as far as the current user may read them, and
     * records that in the audit trail, each time.
     *
     * @return no notes if there are more than {@link #MOST}
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    public Opened print(PatientId patient, Range range) {
        relations.requireClinical(patient);
        var withheld = withheld(patient, range);
        var limit = Limit.of(MOST + 1 + withheld.size());
        var found = notes.findBetween(recordsOf(patient), range.from(), range.until(), range.without(), limit).stream()
                .filter(note -> !withheld.contains(note.id().value()))
                .toList();
        if (found.isEmpty() || found.size() > MOST) {
            return new Opened(List.of(), withheld.size());
        }
        var staff = names.findNames(
                found.stream().flatMap(NotePrintService::staffOf).collect(Collectors.toSet()));
        var opened = found.stream().map(note -> details(note, staff)).toList();
        events.publishEvent(new Printed(patient, range, opened.size()));
        return new Opened(opened, withheld.size());
    }

    private Set<UUID> withheld(PatientId patient, Range range) {
        return readers.findWithheld(recordsOf(patient), range.from(), range.until(), range.without());
    }

    private Set<PatientId> recordsOf(PatientId patient) {
        return relations.scopeOf(patient).patients();
    }

    private static Stream<StaffId> staffOf(SessionNote note) {
        var takenOver = note.takenOver();
        return takenOver == null ? Stream.of(note.author()) : Stream.of(note.author(), takenOver.from());
    }

    /** Returns what a document shows; what belongs to editing is left empty. */
    private NoteDetails details(SessionNote note, Map<StaffId, String> staff) {
        var takenOver = note.takenOver();
        return new NoteDetails(
                note.id(),
                note.version(),
                note.patient(),
                "",
                note.clinic(),
                note.service(),
                note.treatedOn(),
                note.status(),
                note.draft(),
                List.of(),
                note.checks(),
                staff.getOrDefault(note.author(), ""),
                note.author().equals(CurrentUser.current().staff()),
                true,
                false,
                note.privacy(),
                new NoteDetails.Signature(
                        note.author(),
                        Objects.requireNonNull(note.signedAt(), "a signed note has its time"),
                        Objects.requireNonNullElse(note.contentHash(), ""),
                        signed.isAsSigned(note),
                        note.isCosigned()),
                takenOver == null
                        ? null
                        : new NoteDetails.TakenOverVisit(
                                staff.getOrDefault(takenOver.from(), ""), takenOver.presence()));
    }
}
