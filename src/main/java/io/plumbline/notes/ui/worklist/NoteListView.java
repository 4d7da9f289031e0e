package io.plumbline.notes.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.VisitRow;
import io.plumbline.notes.ui.cosign.CosignLists;
import io.plumbline.notes.ui.search.SearchInNotes;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a clinician still has to write: their notes that a supervisor returned, the notes that they have to co-sign, their
 * unsigned notes, oldest first, their earlier visits without a note, and their day.
 */
@Route(Routes.NOTES)
@PageTitle("Session notes · Plumbline")
@Menu(order = 32, title = "Session notes", icon = "NOTE")
@RolesAllowed(Permission.NOTE_READ)
class NoteListView extends Main {
    /** The query parameter that carries the last note forward into the empty note. */
    private static final QueryParameters CARRYING = QueryParameters.of(VisitKey.CARRY, "");

    private final ClinicService clinics;

    NoteListView(NoteService notes, CosignLists cosign, ClinicService clinics, SearchInNotes search) {
        this.clinics = clinics;
        var visits = notes.visitsToday();
        var unsigned = visits.stream()
                .filter(row -> row.noteStatus() == NoteStatus.DRAFT)
                .toList();
        var unwritten = visits.stream()
                .filter(row -> row.earlier() && row.note() == null)
                .toList();
        var today = visits.stream()
                .filter(row -> !row.earlier() && row.noteStatus() != NoteStatus.DRAFT)
                .toList();
        var lists = Ui.div("stack-5");
        lists.add(cosign.ofCurrentUser());
        if (!unsigned.isEmpty()) {
            lists.add(section("Unsigned notes (" + count(unsigned) + ")", list("My unsigned notes", unsigned)));
        }
        if (!unwritten.isEmpty()) {
            lists.add(section(
                    "Earlier visits without a note (" + count(unwritten) + ")",
                    list("My earlier visits without a note", unwritten)));
        }
        var day = list("My visits today", today);
        day.setEmptyStateText(
                unsigned.isEmpty()
                        ? "You have no visits today and no unsigned notes. A visit appears here once it is booked with"
                                + " you for today."
                        : "You have no other visits today.");
        lists.add(section("My visits today", day));
        Ui.page(
                this,
                "Session notes",
                "Your unsigned notes, those to co-sign, and your visits today, booked or planned.",
                search.inOwn(lists),
                lists);
        if (CurrentUser.may(Permission.NOTE_WRITE)) {
            var sign = new Anchor(Routes.SIGN_NOTES, "Sign notes…");
            sign.setVisible(!unsigned.isEmpty());
            Ui.pageActions(
                    this, sign, new Anchor(Routes.PHRASES, "Phrases"), new Anchor(Routes.NOTE_TEMPLATES, "Templates"));
        }
    }

    private static String count(List<VisitRow> rows) {
        return rows.size() < NoteService.MOST_VISITS ? String.valueOf(rows.size()) : "the oldest " + rows.size();
    }

    private static Div section(String title, Grid<VisitRow> list) {
        var heading = new H2(title);
        heading.addClassName("heading");
        return Ui.div("stack-2", heading, list);
    }

    private Grid<VisitRow> list(String name, List<VisitRow> rows) {
        var list = Lazily.list(name, VisitRow::id, row(), (after, limit) -> after == null ? rows : List.of());
        list.setClassName("short", !rows.isEmpty());
        return list;
    }

    private LitRenderer<VisitRow> row() {
        return LitRenderer.<VisitRow>of("""
                <div class="list-row time-first">
                  <span class="num strong">${item.at}</span>
                  <span class="two">${item.patientAddress ? html`<a class="row-name" href="${item.patientAddress}">${item.patient}</a>` : html`<span class="row-name">${item.patient}</span>`}<span class="quiet">${item.service}</span></span>
                  <span class="quiet wide-only">${item.state}</span>
                  <span class="end">
                    ${item.address ? html`<a class="note-link" data-enter href="${item.address}" aria-label="${item.action}: ${item.patient}">${item.action}</a>` : ''}
                    ${item.carries ? html`<vaadin-button theme="tertiary" @click="${carry}" aria-label="Carry forward: ${item.patient}" title="Write the note with what was done last time">Carry forward</vaadin-button>` : ''}
                    ${item.begins ? html`<vaadin-button data-enter @click="${begin}" aria-label="Write note: ${item.patient}">Write note</vaadin-button>` : ''}
                  </span>
                </div>""")
                .withProperty("at", NoteListView::when)
                .withProperty("patientAddress", NoteListView::person)
                .withProperty("patient", VisitRow::personName)
                .withProperty("service", row -> row.service().label())
                .withProperty("state", this::state)
                .withProperty("address", row -> row.note() == null ? "" : Routes.note(row.note()))
                .withProperty("action", row -> row.noteStatus() == NoteStatus.DRAFT ? "Continue note" : "Read")
                .withProperty("begins", row -> row.wantsNote() && row.note() == null)
                .withProperty("carries", VisitRow::canCarry)
                .withFunction("carry", row -> UI.getCurrentOrThrow()
                        .navigate(row.key().address(), CARRYING))
                .withFunction("begin", row -> UI.getCurrentOrThrow()
                        .navigate(row.key().address()));
    }

    /** Returns the page of the patient or the lead; none for a lead if the current user may not open leads. */
    private static String person(VisitRow row) {
        if (row.patient() != null) {
            return Routes.patient(row.patient());
        }
        return row.lead() != null && CurrentUser.may(Permission.LEAD_READ) ? Routes.lead(row.lead()) : "";
    }

    private static String when(VisitRow row) {
        if (row.earlier()) {
            return Dates.day(row.on());
        }
        return row.at() == null ? "Planned" : Dates.time(row.at());
    }

    private String state(VisitRow row) {
        if (row.patient() == null) {
            return "Lead, not a patient yet";
        }
        if (!row.wantsNote()) {
            return "Written in the intake note";
        }
        var label = row.noteStatus() == null ? "No note yet" : row.noteStatus().label();
        var days = ChronoUnit.DAYS.between(row.on(), clinics.todayAt(row.clinic()));
        return row.earlier() ? label + ", " + (days == 1 ? "1 day" : days + " days") : label;
    }
}
