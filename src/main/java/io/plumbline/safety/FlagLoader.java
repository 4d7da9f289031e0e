package io.plumbline.safety;

import io.plumbline.access.RelationService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.FlagId;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads a red flag for a change, locked, as the current user saw it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FlagLoader {
    private final RedFlags flags;
    private final RelationService relations;

    FlagLoader(RedFlags flags, RelationService relations) {
        this.flags = flags;
        this.relations = relations;
    }

    /**
     * Returns a flag of a patient in relation to the current user. Of two who change it at once, the second waits and is
     * told.
     *
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    RedFlag lock(FlagId id, long version) {
        return lock(id, version, this::isMine);
    }

    /**
     * Returns a flag that the current user may change for another reason than a relation to its patient.
     *
     * @throws NotAvailable if the flag does not exist or is not one of these
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    RedFlag lock(FlagId id, long version, Predicate<RedFlag> isMine) {
        flags.lock(id.value());
        return flags.findById(id.value())
                .filter(isMine)
                .orElseThrow(NotAvailable::new)
                .at(version);
    }

    /**
     * Returns a flag of a patient in relation to the current user, to read.
     *
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     */
    RedFlag require(FlagId id) {
        return flags.findById(id.value()).filter(this::isMine).orElseThrow(NotAvailable::new);
    }

    private boolean isMine(RedFlag found) {
        return relations.scopeOf(found.patient()).isClinical(found.patient());
    }
}
