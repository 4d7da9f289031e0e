package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.plumbline.practitioners.PractitionerDetails;
import io.plumbline.practitioners.credentials.CredentialDraft;
import io.plumbline.practitioners.credentials.CredentialRow;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** A practitioner's credentials; their manager records, verifies, edits and revokes them. */
class CredentialCard extends Composite<Div> {
    private final CredentialService credentials;
    private final PractitionerDetails practitioner;
    private final ZoneId zone;
    private final Div messages = new Div();
    private final Div list = Ui.div("stack-0");
    private final Button add = new Button("Add credential…", Icon.PLUS.create(), e -> record());

    CredentialCard(CredentialService credentials, PractitionerDetails practitioner, ZoneId zone) {
        this.credentials = credentials;
        this.practitioner = practitioner;
        this.zone = zone;
        var card = Ui.card("Credentials", messages, list);
        if (practitioner.changeable()) {
            card.add(Ui.div("cluster", add));
        }
        getContent().add(card);
        show();
    }

    private void show() {
        list.removeAll();
        var today = credentials.today();
        var rows = credentials.findByPractitioner(practitioner.id());
        if (rows.isEmpty()) {
            list.add(Ui.text(
                    "muted",
                    "No credential on record. Nothing can be signed until a manager has recorded and verified a"
                            + " license or a certification; booking is possible."));
        }
        rows.forEach(row -> list.add(row(row, rows, today)));
    }

    private Component row(CredentialRow row, List<CredentialRow> all, LocalDate today) {
        var draft = row.draft();
        var until = draft.validUntil() == null ? " on" : " to " + Dates.dayAndYear(draft.validUntil());
        var words = Ui.div(
                "two",
                Ui.text("strong", draft.title()),
                Ui.text("quiet", draft.number() + " · " + draft.issuer()),
                Ui.text("quiet", "Valid from " + Dates.dayAndYear(draft.validFrom()) + until),
                Ui.text("quiet", proof(row)));
        var state = row.state(all, today)
                .<Component>map(stands -> CredentialWords.badge(row, stands, today))
                .orElseGet(() -> Ui.text("quiet", "Replaced"));
        var line = Ui.div("credential-row", words, state);
        if (practitioner.changeable() && row.revocation() == null) {
            line.add(actions(row));
        }
        return line;
    }

    private String proof(CredentialRow row) {
        var revoked = row.revocation();
        if (revoked != null) {
            return "Revoked on " + Dates.dayAndYear(revoked.on()) + ": " + revoked.reason();
        }
        var verified = row.verification();
        return verified == null
                ? "Nobody has verified it"
                : "Verified by " + verified.name() + " on "
                        + Dates.dayAndYear(LocalDate.ofInstant(verified.at(), zone));
    }

    private Component actions(CredentialRow row) {
        var title = row.draft().title();
        var correct = small("Edit…", "Edit " + title, () -> correct(row));
        var revoke = small("Revoke…", "Revoke " + title, () -> revoke(row));
        if (row.verification() != null) {
            var renew = small("Renew…", "Renew " + title, () -> record(fields -> fields.renew(row.draft())));
            return Ui.div("cluster", renew, correct, revoke);
        }
        var verify = Ui.once("Verify", () -> verify(row));
        verify.addThemeVariants(ButtonVariant.SMALL);
        verify.setAriaLabel("Verify " + title);
        return Ui.div("cluster", verify, correct, revoke);
    }

    private static Button small(String text, String spoken, Runnable action) {
        var button = new Button(text, e -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(spoken);
        return button;
    }

    private void record() {
        record(fields -> {});
    }

    private void record(Consumer<CredentialFields> begin) {
        var fields = new CredentialFields(practitioner.draft().disciplines());
        begin.accept(fields);
        var operation = OperationId.next();
        open(
                EditDialog.form("Add a credential"),
                "Add",
                fields,
                draft -> credentials.record(practitioner.id(), draft, operation));
    }

    private void correct(CredentialRow row) {
        var fields = new CredentialFields(practitioner.draft().disciplines());
        fields.show(row.draft());
        var hint = Ui.text(
                "muted",
                row.verification() == null
                        ? "A renewal is a separate credential: add it instead."
                        : "A renewal is a separate credential: add it instead. A corrected credential must be verified again.");
        open(
                EditDialog.form("Edit a credential").add(hint),
                "Save",
                fields,
                draft -> credentials.correct(row.id(), row.version(), draft));
    }

    private void open(FormDialog form, String verb, CredentialFields fields, Consumer<CredentialDraft> save) {
        form.add(fields).check(fields::check).open(verb, () -> save.accept(fields.read()), this::showAgain);
    }

    private void verify(CredentialRow row) {
        Attempt.showing(messages)
                .ifChanged("A colleague changed this credential just now. Look at it again.")
                .run(() -> credentials.verify(row.id(), row.version()));
        showAgain();
    }

    private void revoke(CredentialRow row) {
        var form = EditDialog.form("Revoke: " + row.draft().title())
                .destructive()
                .say("From that date, it no longer covers signing or booking. Earlier work stays covered.");
        var on = form.required(Days.field("Revoked from"), "Choose today or a past date");
        on.setValue(credentials.today());
        on.setMax(credentials.today());
        var reason = form.optional(UiFields.line("Reason", 200));
        form.check(wrong -> wrong.refuseNoReason(reason, "Enter a reason; it is kept with the credential"))
                .open(
                        "Revoke",
                        () -> credentials.revoke(row.id(), row.version(), on.getValue(), reason.getValue()),
                        this::showAgain);
    }

    private void showAgain() {
        show();
        add.focus();
    }
}
