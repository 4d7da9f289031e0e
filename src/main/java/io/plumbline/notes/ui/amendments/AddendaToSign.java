package io.plumbline.notes.ui.amendments;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.notes.amendments.UnsignedAddendum;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists the addenda that somebody wrote and did not sign. */
@Component
public class AddendaToSign {
    private final NoteAmendmentService amendments;

    AddendaToSign(NoteAmendmentService amendments) {
        this.amendments = amendments;
    }

    /** Returns the list; empty if there are none. */
    public Optional<Div> section() {
        var unsigned = Caller.may(Permission.NOTE_WRITE) ? amendments.unsigned() : List.<UnsignedAddendum>of();
        if (unsigned.isEmpty()) {
            return Optional.empty();
        }
        var heading = new H2("Unsigned addenda (" + unsigned.size() + ")");
        heading.addClassName("heading");
        var list = Lazily.list(
                "My unsigned addenda",
                UnsignedAddendum::note,
                row(),
                (after, limit) -> after == null ? unsigned : List.of());
        list.setClassName("short", true);
        return Optional.of(Ui.div("stack-2", heading, list));
    }

    private static LitRenderer<UnsignedAddendum> row() {
        return LitRenderer.<UnsignedAddendum>of("""
                <div class="list-row time-first">
                  <span class="num strong">${item.on}</span>
                  <span class="two"><span class="row-name">${item.patient}</span><span class="quiet">${item.service}</span></span>
                  <span class="end"><a class="note-link" data-enter href="${item.address}" aria-label="Continue addendum: ${item.patient}">Continue addendum</a></span>
                </div>""")
                .withProperty("on", row -> Dates.day(row.treatedOn()))
                .withProperty("patient", UnsignedAddendum::patientName)
                .withProperty("service", row -> row.service().label())
                .withProperty("address", row -> Routes.note(row.note()));
    }
}
