package io.plumbline.notes.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/**
 * The session note of a visit of the current user that has none yet, which its first change stores. Once it is stored, also
 * from another window, the address leads to it.
 */
@Route(Routes.NEW_NOTE + "/:" + Routes.ID)
@PageTitle("Session note · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class NewNoteView extends Main implements BeforeEnterObserver, AfterNavigationObserver {
    private final NoteService notes;
    private final NoteStartService starts;
    private final DraftPage page;

    NewNoteView(NoteService notes, NoteStartService starts, DraftPage page) {
        this.notes = notes;
        this.starts = starts;
        this.page = page;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var visit = VisitKey.parse(event.getRouteParameters().get(Routes.ID).orElse(""))
                .orElseThrow(NotFoundException::new);
        var stored = starts.find(visit);
        if (stored.isPresent()) {
            event.forwardTo(Routes.note(stored.get()));
            return;
        }
        try {
            var draft = KeptNote.toStart(notes, starts, visit, starts.prepare(visit));
            var parameters = event.getLocation().getQueryParameters().getParameters();
            page.showIn(this, draft, parameters.containsKey(VisitKey.CARRY));
        } catch (NotAvailable notTheirs) {
            throw new NotFoundException();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var address = event.getLocation();
        if (address.getQueryParameters().getParameters().containsKey(VisitKey.CARRY)) {
            // once: Back to the address of a draft that was discarded must not store another
            UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, address.getPath());
        }
    }
}
