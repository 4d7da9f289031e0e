package io.plumbline.notes.privacy;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.privacy.NotePrivacyStore.Kept;
import io.plumbline.notes.privacy.NoteReaders.Colleague;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the author of a session note, and nobody else, set who may read it: in the draft and after the signature. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_WRITE)
public class NotePrivacyService {
    /** The most people who can be named for one note. */
    public static final int MOST_NAMED = 8;

    private static final List<Role> CLINICIANS =
            Arrays.stream(Role.values()).filter(Role::isClinical).toList();

    private final NotePrivacyStore store;
    private final RelationService relations;
    private final StaffNameQuery names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NotePrivacyService(
            NotePrivacyStore store,
            RelationService relations,
            StaffNameQuery names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.relations = relations;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns who may read a note of the current user, and who can be named.
     *
     * @throws NotAvailable if the note does not exist, is not the current user's, or its patient is not in relation to the
     *     current user
     */
    public NoteReaders find(NoteId id) {
        var kept = own(id);
        var colleagues = colleagues().entrySet().stream()
                .map(one -> new Colleague(one.getKey(), one.getValue()))
                .toList();
        var named = store.named(id);
        return new NoteReaders(
                kept.privacy(),
                colleagues.stream().filter(one -> named.contains(one.id())).collect(Collectors.toUnmodifiableSet()),
                kept.version(),
                colleagues);
    }

    /**
     * Sets who may read a note of the current user, signed or not. Naming somebody does not put them in relation to the
     * patient.
     *
     * @param version the version that the current user saw; -1 if nothing was ever chosen
     * @param named who may read it, if it is restricted to named people; nobody else then but the author
     * @throws NotAvailable as {@link #find}
     * @throws StaleVersion if it was changed in the meantime, as in another window
     * @throws Refused if somebody cannot be named, or they are too many; the message is for the user
     */
    @Transactional
    public void change(NoteId id, long version, NotePrivacy privacy, Set<StaffId> named) {
        var kept = own(id);
        StaleVersion.throwUnless(kept.version() == version, NotePrivacy.class, id);
        var readers = privacy == NotePrivacy.NAMED ? named : Set.<StaffId>of();
        requireNameable(readers);
        if (privacy == kept.privacy() && readers.equals(store.named(id))) {
            return;
        }
        store.change(id, kept, privacy, readers, CurrentUser.current().staff(), clock.instant());
        events.publishEvent(NotePrivacyEvent.Changed.of(id, kept.patient(), kept.privacy(), privacy, readers));
    }

    private void requireNameable(Set<StaffId> readers) {
        if (readers.size() > MOST_NAMED) {
            throw new Refused(
                    "Name at most " + MOST_NAMED + " people, or choose “" + NotePrivacy.DISCIPLINE.label() + "”");
        }
        var others = readers.isEmpty() ? Set.<StaffId>of() : colleagues().keySet();
        if (!others.containsAll(readers)) {
            throw new Refused("Somebody you named is not a clinician of your clinics, or their account is not active."
                    + " Close this dialog and open it again to see who can be named");
        }
    }

    /** Returns the other clinicians of the current user's clinics who can sign in, by name. */
    private Map<StaffId, String> colleagues() {
        var user = CurrentUser.current();
        var found = names.findNamesAt(user.clinics(), CLINICIANS);
        found.remove(user.staff());
        return found;
    }

    private Kept own(NoteId id) {
        return store.find(id)
                .filter(kept -> kept.author().equals(CurrentUser.current().staff()))
                .filter(kept -> relations.scopeOf(kept.patient()).isClinical(kept.patient()))
                .orElseThrow(NotAvailable::new);
    }
}
