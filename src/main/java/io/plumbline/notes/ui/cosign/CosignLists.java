package io.plumbline.notes.ui.cosign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.cosign.CosignRow;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What waits for the current user in the worklist of notes: notes to co-sign, and their own that were returned. */
@org.springframework.stereotype.Component
public class CosignLists {
    private final CosignService cosign;
    private final ClinicService clinics;

    CosignLists(CosignService cosign, ClinicService clinics) {
        this.cosign = cosign;
        this.clinics = clinics;
    }

    /** Returns the lists that are not empty, oldest day first. */
    public List<Component> ofCurrentUser() {
        var rows = cosign.findForCurrentUser();
        var returned = rows.stream().filter(CosignRow::returned).toList();
        var addenda = rows.stream().filter(CosignRow::hasUnsignedAddendum).toList();
        var waiting = rows.stream()
                .filter(row -> !row.returned() && !row.hasUnsignedAddendum())
                .toList();
        return List.of(
                        section("Returned to me", "My notes that were returned", returned),
                        section("To co-sign", "Notes to co-sign", waiting),
                        section("Unsigned addenda", "My unsigned addenda", addenda))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Component> section(String title, String name, List<CosignRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var heading = new H2(title + " (" + rows.size() + ")");
        heading.addClassName("heading");
        return List.of(Ui.div("stack-2", heading, list(name, rows)));
    }

    private Grid<CosignRow> list(String name, List<CosignRow> rows) {
        var list = Lazily.list(name, CosignRow::note, row(), (after, limit) -> after == null ? rows : List.of());
        list.setClassName("short", true);
        return list;
    }

    private LitRenderer<CosignRow> row() {
        return LitRenderer.<CosignRow>of("""
                <div class="list-row time-first">
                  <span class="num strong">${item.on}</span>
                  <span class="two"><span class="row-name">${item.patient}</span><span class="quiet">${item.what}</span></span>
                  <span class="quiet wide-only">${item.state}</span>
                  <span class="end"><a class="note-link" data-enter href="${item.address}" aria-label="${item.action}: ${item.patient}">${item.action}</a></span>
                </div>""")
                .withProperty("on", row -> Dates.day(row.treatedOn()))
                .withProperty("patient", CosignRow::patientName)
                .withProperty("what", CosignLists::what)
                .withProperty("state", this::state)
                .withProperty("address", row -> Routes.note(row.note()))
                .withProperty("action", CosignLists::action);
    }

    private static String action(CosignRow row) {
        if (row.hasUnsignedAddendum()) {
            return "Continue addendum";
        }
        return row.returned() ? "Answer" : "Read and co-sign";
    }

    private static String what(CosignRow row) {
        return row.returned() || row.hasUnsignedAddendum()
                ? row.service().label()
                : row.service().label() + " · " + row.author() + (row.remark().isEmpty() ? "" : " · answered");
    }

    private String state(CosignRow row) {
        var days = ChronoUnit.DAYS.between(row.treatedOn(), clinics.todayAt(row.clinic()));
        var age = days == 0 ? "Today" : days == 1 ? "1 day" : days + " days";
        return row.returned() ? age + " · " + row.remark() : age;
    }
}
