package io.plumbline.plans;

import io.plumbline.access.RelationService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Treatment plans: clinicians see those of their patients, the manager those of the clinics, without clinical words. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanService {
    private static final int MOST_ACTIVE = 1000;

    private final PlanWorklist worklist;
    private final RelationService relations;

    PlanService(PlanWorklist worklist, RelationService relations) {
        this.worklist = worklist;
        this.relations = relations;
    }

    /** How many plans are active, up to a thousand. */
    public long countActive() {
        return worklist.countActive(relations.scope(), MOST_ACTIVE);
    }

    /** The active plans, the earliest planned visit first. */
    public List<PlanRow> active() {
        return worklist.active(relations.scope(), MOST_ACTIVE);
    }
}
