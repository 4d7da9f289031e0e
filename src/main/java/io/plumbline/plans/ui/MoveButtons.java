package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.function.LongSupplier;

/** The actions on a plan as a whole for the chiropractor: the likely one as a button, the others in a menu. */
class MoveButtons extends Composite<Div> {
    private static final List<PlanStatus> ENDS =
            List.of(PlanStatus.COMPLETED, PlanStatus.REVOKED, PlanStatus.ENTERED_IN_ERROR);

    private final PlanService plans;
    private final PlanId plan;
    private final PlanStatus from;
    private final LongSupplier version;
    private final Runnable moved;

    /**
     * @param version the version that the user sees when deciding
     * @param moved shows the plan as it is after its change
     */
    MoveButtons(PlanService plans, PlanId plan, PlanStatus from, LongSupplier version, Runnable moved) {
        this.plans = plans;
        this.plan = plan;
        this.from = from;
        this.version = version;
        this.moved = moved;
        getContent().addClassName("cluster");
        if (from == PlanStatus.ACTIVE) {
            getContent().add(new Button("Hold…", e -> ask(PlanStatus.ON_HOLD)));
        } else if (from == PlanStatus.ON_HOLD) {
            var resume = Ui.primary(new Button("Resume…", e -> ask(PlanStatus.ACTIVE)));
            getContent().add(resume);
        }
        var ends = ENDS.stream().filter(from.next()::contains).toList();
        if (!ends.isEmpty()) {
            var menu = new MenuBar();
            menu.getElement().getThemeList().add("tertiary");
            var more = menu.addItem("End");
            more.setAriaLabel("End this plan");
            ends.forEach(to -> more.getSubMenu().addItem(MoveDialog.verb(to) + "…", e -> ask(to)));
            getContent().add(menu);
        }
    }

    private void ask(PlanStatus to) {
        new MoveDialog(plans, plan, version.getAsLong(), from).open(to, moved);
    }
}
