package io.plumbline.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.plumbline.audit.AuditDetails;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneOffset;

/** The details of one audit entry. */
class AuditEntryPanel extends Composite<Div> {
    private final H2 title;

    AuditEntryPanel(AuditDetails entry, Runnable close) {
        var row = entry.row();
        title = new H2(AuditWords.kind(row.kind()));
        title.addClassNames("heading", "grow");
        title.getElement().setAttribute("tabindex", "-1");
        var closing = Ui.iconButton("Close", Icon.CROSS);
        closing.addClickListener(e -> close.run());
        Shortcuts.addShortcutListener(this, close::run, Key.ESCAPE).listenOn(this);
        getContent().addClassName("panel");
        getContent()
                .add(
                        Ui.div("panel-head", title, closing),
                        entry.isAsWritten() ? StatusBadge.ok("As the portal wrote it") : StatusBadge.danger("Altered"),
                        Ui.facts(
                                "At (UTC)",
                                Dates.stamp(row.at(), ZoneOffset.UTC),
                                "By",
                                entry.username() == null ? row.actor() : row.actor() + " · " + entry.username(),
                                "Kind",
                                row.kind(),
                                "Patient",
                                row.patient() == null ? "None" : row.patient(),
                                "About",
                                row.about() == null ? "None" : row.about(),
                                "Detail",
                                row.detail().isEmpty() ? "None" : AuditWords.detail(row),
                                "Record",
                                entry.subject().toString(),
                                "Entry",
                                row.id().toString(),
                                "Chained",
                                entry.seq() == null ? "Within seconds" : "Entry no. " + entry.seq()));
    }

    void focus() {
        title.getElement().callJsFunction("focus");
    }
}
