package io.plumbline.safety;

import io.plumbline.access.AskedRelationService;
import io.plumbline.access.RelationService;
import io.plumbline.access.SensitiveReaderQuery;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Emergency and urgent red flags of patients whom the current user does not treat: each chiropractor of the clinic where one
 * was raised may take it, which opens the chart until it is decided. That of a sensitive patient is taken by those named;
 * the others open the record by break-glass access, an emergency at once, an urgent one after a business hour.
 */
@Service
@Transactional
@Requires(Permission.FLAG_DECIDE)
public class FlagTakingService {
    private final RedFlags flags;
    private final RelationService relations;
    private final AskedRelationService asked;
    private final SensitiveReaderQuery sensitive;
    private final BreakGlassService breakGlass;
    private final BreakGlassClock openings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FlagTakingService(
            RedFlags flags,
            RelationService relations,
            AskedRelationService asked,
            SensitiveReaderQuery sensitive,
            BreakGlassService breakGlass,
            BreakGlassClock openings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.flags = flags;
        this.relations = relations;
        this.asked = asked;
        this.sensitive = sensitive;
        this.breakGlass = breakGlass;
        this.openings = openings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes an open emergency or urgent red flag: the current user sees the chart until it is decided. Does nothing for a
     * patient whose chart the current user may see already.
     *
     * @return whose chart opens
     * @throws NotAvailable if it is decided, of another level, or was raised at a clinic where the current user is no
     *     chiropractor
     * @throws Refused if a colleague took it first, or the patient is sensitive and the current user is not named; the
     *     message is for the user
     */
    public PatientId take(FlagId id) {
        var flag = requireOpen(id);
        var patient = flag.patient();
        if (relations.scopeOf(patient).isClinical(patient)) {
            return patient;
        }
        asked.relateByTaking(patient, id).ifPresent(first -> {
            throw new Refused(first + " took this flag first");
        });
        relations.requireClinical(patient);
        events.publishEvent(new FlagEvent.Taken(id, patient));
        return patient;
    }

    /**
     * Opens the record of a sensitive patient with an open emergency or urgent red flag by break-glass access, for a
     * chiropractor of the clinic who is not named for it.
     *
     * @param operation the id of the new access; repeating the call with the same id has no further effect
     * @return whose chart opens
     * @throws NotAvailable if the flag is decided, of another level, was raised at a clinic where the current user is no
     *     chiropractor, or can be taken
     * @throws Refused if the flag is urgent and younger than a business hour of its clinic; the message is for the user
     */
    public PatientId breakGlass(OperationId operation, FlagId id, BreakGlassReason reason) {
        var flag = requireOpen(id);
        var patient = flag.patient();
        if (!sensitive.isHiddenFromCurrentUser(patient)) {
            throw new NotAvailable();
        }
        if (clock.instant().isBefore(openings.from(flag.clinic(), flag.level(), flag.raisedAt()))) {
            throw new Refused("Those named for this patient decide the flag for one business hour");
        }
        if (!relations.scopeOf(patient).isClinical(patient)) {
            breakGlass.open(operation, patient, reason);
            events.publishEvent(new FlagEvent.SensitiveOpened(id, patient, flag.level()));
        }
        return patient;
    }

    /** Locks the flag first: of two who take it at once, one waits and then sees who took it. */
    private RedFlag requireOpen(FlagId id) {
        flags.lock(id.value());
        var mine = CurrentUser.current().clinicsAs(Role.CHIROPRACTOR);
        return flags.findById(id.value())
                .filter(flag -> flag.isToTake() && mine.contains(flag.clinic()))
                .orElseThrow(NotAvailable::new);
    }
}
