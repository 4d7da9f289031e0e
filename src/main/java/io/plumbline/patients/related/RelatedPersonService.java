package io.plumbline.patients.related;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.related.RelatedStore.Stored;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people around a patient: household, guardian, spouse, parents, children; patients too, or only a name. */
@Service
@Transactional
@Requires(Permission.PATIENT_READ)
public class RelatedPersonService {
    private static final String NOT_VISIBLE = "Another patient";
    private static final int MOST = 20;

    private final RelatedStore related;
    private final PatientService patients;
    private final PatientRecords records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RelatedPersonService(
            RelatedStore related,
            PatientService patients,
            PatientRecords records,
            ApplicationEventPublisher events,
            Clock clock) {
        this.related = related;
        this.patients = patients;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the people around a patient whom the current user has open. A patient whom the current user may not see has no name. */
    public List<RelatedRow> findByPatient(PatientDetails opened) {
        var mine = Set.copyOf(opened.records());
        var stored = related.findByPatient(mine).stream()
                // of two records that are read as one, neither is around the other
                .filter(one -> !(mine.contains(one.of()) && one.patient() != null && mine.contains(one.patient())))
                .toList();
        var others = stored.stream()
                .map(one -> other(one, mine))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        var visible = others.isEmpty()
                ? Map.<PatientId, PatientRow>of()
                : patients.visibleAmong(others, "related persons").stream()
                        .collect(Collectors.toUnmodifiableMap(PatientRow::id, Function.identity()));
        return stored.stream().map(one -> row(one, mine, visible)).toList();
    }

    private @Nullable PatientId other(Stored one, Set<PatientId> mine) {
        var other = mine.contains(one.of()) ? one.patient() : one.of();
        return other == null ? null : records.readAs(other);
    }

    private RelatedRow row(Stored one, Set<PatientId> mine, Map<PatientId, PatientRow> visible) {
        var relation = mine.contains(one.of()) ? one.kind().label() : one.kind().inverse();
        var other = other(one, mine);
        if (other == null) {
            return new RelatedRow(one.id(), relation, null, one.name(), one.phone());
        }
        var seen = visible.get(other);
        return seen == null
                ? new RelatedRow(one.id(), relation, null, NOT_VISIBLE, null)
                : new RelatedRow(one.id(), relation, other, seen.name() + ", " + seen.numberAndStatus(), null);
    }

    /**
     * Adds a person around a patient; a patient gets the relation in return.
     *
     * @throws NotAvailable if one of the patients does not exist or the current user may not see the patient
     * @throws Refused if the person is the patient, or is among them already, or there are too many; the message is for
     *     the user
     */
    @Requires(Permission.PATIENT_WRITE)
    public RelatedId add(PatientId id, RelatedDraft draft) {
        // the same person added twice at once waits here
        patients.holdHeader(id);
        var opened = patients.brief(id).orElseThrow(NotAvailable::new);
        opened.on(id).require(NewEntry.OTHER);
        if (draft.patient() != null && patients.brief(draft.patient()).isEmpty()) {
            throw new NotAvailable();
        }
        var mine = Set.copyOf(records.of(id));
        if (draft.patient() != null && mine.contains(draft.patient())) {
            throw new Refused("Choose somebody else: this is the patient");
        }
        var before = related.findByPatient(mine);
        if (before.size() >= MOST) {
            throw new Refused("A patient has at most " + MOST + " related persons");
        }
        if (before.stream().anyMatch(one -> isSame(one, mine, draft))) {
            throw new Refused("This person is in the list already. Remove the entry first to change it");
        }
        var added = RelatedId.next();
        related.add(added, id, draft, CurrentUser.current().staff(), clock.instant());
        events.publishEvent(new RelatedEvent.Added(added, id, draft.kind()));
        return added;
    }

    private boolean isSame(Stored one, Set<PatientId> mine, RelatedDraft draft) {
        return draft.patient() == null
                ? one.patient() == null && one.name().equalsIgnoreCase(draft.name())
                : records.readAs(draft.patient()).equals(other(one, mine));
    }

    /**
     * Removes a person from those around a patient, for both if the person is a patient.
     *
     * @throws NotAvailable if there is no such entry, or the current user may see neither patient
     */
    @Requires(Permission.PATIENT_WRITE)
    public void remove(RelatedId id) {
        var stored = related.find(id).orElseThrow(NotAvailable::new);
        var mine = patients.brief(stored.of()).isPresent();
        if (!mine
                && (stored.patient() == null || patients.brief(stored.patient()).isEmpty())) {
            throw new NotAvailable();
        }
        if (related.remove(id)) {
            events.publishEvent(new RelatedEvent.Removed(id, stored.of()));
        }
    }
}
