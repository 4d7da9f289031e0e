package io.plumbline.recalls.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.clinics.ClinicService;
import io.plumbline.recalls.RecallChanged;
import io.plumbline.recalls.RecallDetails;
import io.plumbline.recalls.RecallDue;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.recalls.RecallRow;
import io.plumbline.recalls.RecallService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recall board, with the patient who is being called beside it, depending on the URL. */
@Route(Routes.RECALLS)
@RouteAlias(Routes.RECALLS + "/:" + Routes.ID)
@PageTitle("Recalls · Plumbline")
@Menu(order = 23, title = "Recalls", icon = "CLOCK")
@RolesAllowed(Permission.RECALL_WORK)
class RecallBoardView extends Main implements BeforeEnterObserver, BeforeLeaveObserver {
    private final RecallListService board;
    private final RecallService recalls;
    private final ClinicService clinics;
    private final RecallChips chips;
    private final Grid<RecallRow> list;
    private final Aside beside = new Aside();
    private RecallFilter shown = RecallFilter.TODAY;
    private @Nullable RecallPanel panel;

    RecallBoardView(
            RecallListService board,
            RecallService recalls,
            ClinicService clinics,
            RecallListRow row,
            LiveScreens screens) {
        this.board = board;
        this.recalls = recalls;
        this.clinics = clinics;
        chips = new RecallChips(clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)));
        list = Lazily.list(
                "Patients to call back",
                RecallRow::patient,
                row.renderer(() -> shown),
                (after, limit) -> board.findPage(shown, after, limit));
        beside.addClassName("beside");
        beside.getElement().setAttribute("aria-label", "Selected patient");
        Ui.page(
                this,
                "Recalls",
                "Agreed days first, then missed visits, nothing booked and gone quiet, longest first."
                        + " A patient leaves the board when a visit is booked.",
                Ui.div("with-panel", Ui.div("call-queue", chips, list), beside));
        screens.keepUpToDate(this, RecallChanged.class, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        beside.removeAll();
        panel = null;
        shown = RecallAddress.read(event.getLocation());
        list.setEmptyStateText(nothing(shown));
        event.getRouteParameters().get(Routes.ID).ifPresent(id -> {
            var opened =
                    Ids.inAddress(id, PatientId::parse).flatMap(recalls::open).orElseThrow(NotFoundException::new);
            open(opened);
        });
        chips.show(shown, board.count(shown));
        Lazily.choose(list, panel == null ? null : panel.patient());
        list.getDataProvider().refreshAll();
        beside.setVisible(panel != null);
        getElement().getClassList().set("has-panel", beside.isVisible());
    }

    private void open(RecallDetails details) {
        panel = new RecallPanel(recalls, clinics, details, this::close);
        beside.add(panel);
        panel.focus();
    }

    private static String nothing(RecallFilter filter) {
        if (filter.reason() != null) {
            return "Nobody here for this reason. Choose another reason, or All.";
        }
        return filter.due() == RecallDue.TODAY
                ? "Nobody to call back today. Patients appear here after a missed visit, when nothing is booked, or when"
                        + " they have not come for longer than planned."
                : "Nobody to call back. Everybody who should come has a visit booked.";
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (panel != null && panel.hasChanges()) {
            Leaving.ask(event);
        }
    }

    private void close() {
        UI.getCurrentOrThrow().navigate(Routes.RECALLS, RecallAddress.query(shown));
    }

    private void refresh() {
        chips.show(shown, board.count(shown));
        list.getDataProvider().refreshAll();
        if (panel != null) {
            panel.refresh();
        }
    }
}
