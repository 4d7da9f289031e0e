package io.plumbline.plans.ui.worklist;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Filters;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What the worklist shows, as in its URL; a parameter that is not understood does not filter. */
record PlanListAddress(PlanFilter filter, PlanNarrowing narrowing) {
    private static final String ONLY = "only";
    private static final String CLINIC = "clinic";
    private static final String RESPONSIBLE = "by";

    static PlanListAddress of(Location address) {
        return new PlanListAddress(
                Filters.of(address, ONLY, PlanFilter.class).orElse(PlanFilter.ALL),
                new PlanNarrowing(
                        Ids.inAddress(Filters.text(address, CLINIC), ClinicId::new)
                                .orElse(null),
                        Ids.inAddress(Filters.text(address, RESPONSIBLE), StaffId::new)
                                .orElse(null)));
    }

    PlanListAddress with(PlanFilter other) {
        return new PlanListAddress(other, narrowing);
    }

    PlanListAddress with(PlanNarrowing other) {
        return new PlanListAddress(filter, other);
    }

    /** Returns the parameters, always in the same order; none for all plans. */
    QueryParameters query() {
        var chosen = new LinkedHashMap<String, @Nullable Object>();
        chosen.put(ONLY, filter == PlanFilter.ALL ? null : filter);
        chosen.put(CLINIC, narrowing.clinic());
        chosen.put(RESPONSIBLE, narrowing.responsible());
        return Filters.query(chosen);
    }

    String text() {
        return Filters.address(Routes.PLANS, query());
    }
}
