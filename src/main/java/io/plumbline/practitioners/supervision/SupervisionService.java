package io.plumbline.practitioners.supervision;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerScope;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who supervises whom: the session notes of a supervised practitioner wait for the co-signature of the supervisor. Who
 * is supervised supervises nobody, so there are neither chains nor circles.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class SupervisionService {
    private final Supervisions supervisions;
    private final SupervisorStore store;
    private final PractitionerService practitioners;
    private final StaffNameQuery names;
    private final Clock clock;

    SupervisionService(
            Supervisions supervisions,
            SupervisorStore store,
            PractitionerService practitioners,
            StaffNameQuery names,
            Clock clock) {
        this.supervisions = supervisions;
        this.store = store;
        this.practitioners = practitioners;
        this.names = names;
        this.clock = clock;
    }

    /** Returns who supervises a practitioner; empty if nobody does. */
    public Optional<SupervisionDetails> find(StaffId practitioner) {
        return supervisions.findById(practitioner.value()).map(found -> {
            var supervisor = names.find(found.supervisor());
            return new SupervisionDetails(
                    found.version(), found.supervisor(), supervisor.name(), found.namedAt(), supervisor.active());
        });
    }

    /** Returns the supervisor of a practitioner, also one whose account was deactivated; empty if there is none. */
    public Optional<StaffId> supervisorOf(StaffId practitioner) {
        return supervisions.findById(practitioner.value()).map(Supervision::supervisor);
    }

    /** Returns the names of those whom a practitioner supervises, by name. */
    public List<String> supervisedBy(StaffId supervisor) {
        return store.supervisedBy(supervisor);
    }

    /** Returns who can be named as the supervisor of a practitioner, by name. */
    @Requires(Permission.PRACTITIONER_WRITE)
    public List<SupervisorChoice> candidates(StaffId practitioner) {
        var disciplines = disciplinesOf(practitioner);
        return store.candidates(practitioner).stream()
                .filter(one -> one.refusal(disciplines).isEmpty())
                .map(one -> new SupervisorChoice(one.id(), one.name()))
                .toList();
    }

    /**
     * Names the supervisor of a practitioner. Notes that wait go to the new supervisor.
     *
     * @param version the version that the current user saw; -1 if there was no supervisor
     * @throws NotAvailable if the current user may not edit the practitioner
     * @throws StaleVersion if a colleague changed the supervision in the meantime
     * @throws Refused if it is the practitioner, somebody who is supervised, cannot sign notes, practices none of the
     *     practitioner's disciplines or works at none of their clinics, or if the practitioner supervises somebody; the
     *     message is for the user
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void name(StaffId practitioner, long version, StaffId supervisor) {
        store.lock(practitioner, supervisor);
        practitioners.requireMine(practitioner);
        if (practitioner.equals(supervisor)) {
            throw new Refused("Nobody supervises themselves. Choose a colleague");
        }
        var supervised = store.supervisedBy(practitioner);
        if (!supervised.isEmpty()) {
            throw new Refused("This practitioner supervises " + String.join(", ", supervised)
                    + ". Name another supervisor there first");
        }
        store.candidate(practitioner, supervisor)
                .map(one -> one.refusal(disciplinesOf(practitioner)))
                .orElseGet(() -> Optional.of("Only a practitioner with an account can co-sign. Choose another"))
                .ifPresent(sentence -> {
                    throw new Refused(sentence);
                });
        var now = supervisions.findById(practitioner.value());
        StaleVersion.throwUnless(now.map(Supervision::version).orElse(-1L) == version, Supervision.class, practitioner);
        var me = CurrentUser.current().staff();
        var named = now.orElse(null);
        if (named == null) {
            named = Supervision.of(practitioner, supervisor, me, clock.instant());
        } else {
            named.name(supervisor, me, clock.instant());
        }
        try {
            supervisions.saveAndFlush(named);
        } catch (DataIntegrityViolationException namedAtTheSameTime) {
            throw new StaleVersion(namedAtTheSameTime);
        }
    }

    /**
     * Ends the supervision: the practitioner signs alone from now on. Notes that wait stay so until somebody is named
     * again.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the current user may not edit the practitioner
     * @throws StaleVersion if a colleague changed the supervision in the meantime
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void end(StaffId practitioner, long version) {
        practitioners.requireMine(practitioner);
        var supervision = supervisions
                .findById(practitioner.value())
                .filter(found -> found.version() == version)
                .orElseThrow(() -> new StaleVersion(Supervision.class, practitioner));
        supervision.end();
        supervisions.delete(supervision);
    }

    private Set<Discipline> disciplinesOf(StaffId practitioner) {
        return practitioners
                .scopeOf(practitioner)
                .map(PractitionerScope::disciplines)
                .orElseThrow(NotAvailable::new);
    }
}
