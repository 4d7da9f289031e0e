package io.plumbline.recalls.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.clinics.ClinicService;
import io.plumbline.recalls.RecallChanged;
import io.plumbline.recalls.RecallDue;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.recalls.RecallRow;
import io.plumbline.recalls.RecallService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The recall board, with the patient who is being called beside it, depending on the URL. */
@Route(Routes.RECALLS)
@RouteAlias(Routes.RECALLS + "/:" + Routes.ID)
@PageTitle("Recalls · Plumbline")
@Menu(order = 23, title = "Recalls", icon = "CLOCK")
@RolesAllowed(Permission.RECALL_WORK)
class RecallBoardView extends Main implements BeforeEnterObserver {
    private final RecallListService board;
    private final RecallService recalls;
    private final ClinicService clinics;
    private final RecallChips chips;
    private final ListScreen<PatientId, RecallPanel> list;
    private RecallFilter shown = RecallFilter.TODAY;

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
        list = new ListScreen<>(
                this,
                Lazily.list(
                        "Patients to call back",
                        RecallRow::patient,
                        row.renderer(() -> shown),
                        (after, limit) -> board.findPage(shown, after, limit)),
                "Selected patient",
                PatientId::new,
                this::open);
        Ui.page(
                this,
                "Recalls",
                "Most overdue first." + " A patient leaves the board when a visit is booked.",
                list.withPanel(chips));
        Leaving.guardPage(
                this, () -> list.panel().filter(RecallPanel::hasChanges).isPresent());
        screens.keepUpToDate(this, RecallChanged.class, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = RecallAddress.read(event.getLocation());
        list.ifEmpty(nothing(shown));
        list.enter(event);
        chips.show(shown, board.count(shown));
        list.refresh();
    }

    private Optional<RecallPanel> open(PatientId patient) {
        return recalls.open(patient).map(recall -> new RecallPanel(recalls, clinics, recall, this::close));
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

    private void close() {
        Ui.navigate(Routes.RECALLS, RecallAddress.query(shown));
    }

    private void refresh() {
        chips.show(shown, board.count(shown));
        list.refresh();
        list.panel().ifPresent(RecallPanel::refresh);
    }
}
