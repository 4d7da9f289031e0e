package io.plumbline.reports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.DeactivatedAuthorService;
import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.notes.backlog.UnsignedRow;
import io.plumbline.notes.cosign.AwaitingCosignature;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;

/** Treatments without a signed note for more than two days, with the practitioner who has to sign. */
@Route(Routes.UNSIGNED_NOTES)
@PageTitle("Unsigned notes · Plumbline")
@Menu(order = 35, title = "Unsigned notes", icon = "NOTE")
@RolesAllowed(Permission.NOTE_FOLLOW)
class UnsignedNotesView extends Main {
    UnsignedNotesView(
            UnsignedNoteService notes, DeactivatedAuthorService authors, CosignService cosign, ClinicService clinics) {
        var list = Lazily.list("Treatments without a signed note", UnsignedRow::id, row(authors, clinics), notes::list);
        list.setEmptyStateText(
                "Every treatment older than 48 hours has a signed note. Treatments without one appear here.");
        Ui.page(
                this,
                "Unsigned notes",
                "Treatments older than 48 hours without a signed note, oldest first. Remind the author. If the author has"
                        + " left, close the draft.",
                awaiting(cosign.countAwaiting()),
                list);
        Ui.pageActions(this, new Anchor(Routes.CARRIED_TEXT, "Carried text"));
    }

    private static Div awaiting(AwaitingCosignature waiting) {
        var said = Ui.div("stack-1");
        var oldest = waiting.oldest();
        if (oldest != null) {
            said.add(Ui.text(
                    "",
                    (waiting.notes() == 1
                                    ? "1 signed note awaits co-signature, of "
                                    : waiting.notes() + " signed notes await co-signature, the oldest of ")
                            + Dates.day(oldest) + "."));
        }
        if (waiting.withoutSupervisor() > 0) {
            said.add(Ui.alert(waiting.withoutSupervisor() + " of them without a supervisor who can sign in, written by "
                    + String.join(", ", waiting.unsupervised())
                    + ". Name a supervisor on the practitioner's page."));
        }
        said.setVisible(oldest != null);
        return said;
    }

    private static LitRenderer<UnsignedRow> row(DeactivatedAuthorService authors, ClinicService clinics) {
        return LitRenderer.<UnsignedRow>of("""
                <div class="list-row time-first">
                  <span class="num strong">${item.on}</span>
                  <span class="two"><a class="row-link" href="${item.address}">${item.patient}</a><span class="quiet">${item.clinic}</span></span>
                  <span class="line-two">${item.author}</span>
                  <span class="quiet end">${item.state}</span>
                  ${item.closes ? html`<vaadin-button @click="${close}" aria-label="Close draft: ${item.patient}">Close draft…</vaadin-button>` : ''}
                </div>""")
                .withProperty("on", row -> Dates.day(row.on()))
                .withProperty("address", row -> Routes.patient(row.patient()))
                .withProperty("patient", UnsignedRow::patientName)
                .withProperty("clinic", row -> clinics.names(Set.of(row.clinic())))
                .withProperty(
                        "author",
                        row -> row.authorLeft()
                                ? row.author() + " has left and cannot sign"
                                : "To be signed by " + row.author())
                .withProperty("state", row -> row.begun() ? "Begun" : "No note yet")
                .withProperty("closes", row -> row.begun() && row.authorLeft())
                .withFunction("close", row -> dialog(authors, row).open());
    }

    private static ReasonDialog dialog(DeactivatedAuthorService authors, UnsignedRow row) {
        return new ReasonDialog(
                "Close the draft of " + row.author(),
                "The draft is closed without being read, and cannot be opened again. The visit of " + row.patientName()
                        + " on " + Dates.day(row.on()) + " has no note then.",
                "Close draft",
                reason -> {
                    var refused = Attempt.refusalOf(
                            () -> authors.close(new NoteId(row.id()), reason),
                            () -> "This draft was changed in the meantime. Close this dialog to see what it is now.");
                    if (refused.isEmpty()) {
                        UI.getCurrentOrThrow().refreshCurrentRoute(false);
                    }
                    return refused;
                });
    }
}
