package io.plumbline.plans.ui;

import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.worklist.PlanFindService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds active and on-hold treatment plans by their patient. */
@Component
@Order(3)
class PlanFindSource implements FindSource {
    private final PlanFindService plans;

    PlanFindSource(PlanFindService plans) {
        this.plans = plans;
    }

    @Override
    public String heading() {
        return "Treatment plans";
    }

    @Override
    public boolean isForCurrentUser() {
        return CurrentUser.may(Permission.PLAN_READ);
    }

    @Override
    public List<Found> find(String typed, int most) {
        return plans.find(typed, most).stream().map(PlanFindSource::found).toList();
    }

    @Override
    public String viewedKind() {
        return "plan.opened";
    }

    @Override
    public List<Found> findViewed(Set<UUID> records) {
        return plans.visibleAmong(records.stream().map(PlanId::new).collect(Collectors.toUnmodifiableSet())).stream()
                .map(PlanFindSource::found)
                .toList();
    }

    private static Found found(PlanFindService.FoundPlan plan) {
        var progress = plan.isOnHold()
                ? PlanStatus.ON_HOLD.label()
                : "%s of %s visits".formatted(plan.delivered(), plan.planned());
        return new Found(
                plan.id().value(),
                Icon.PLAN,
                plan.patientName(),
                plan.title() + " · " + progress,
                Routes.plan(plan.id()));
    }
}
