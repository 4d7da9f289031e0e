package io.plumbline.onlineintake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.onlineintake.CreatedLink;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends a patient or a lead the link to an online intake, by e-mail or as text to copy. */
public class SendLinkDialog extends Composite<Dialog> {
    private static final String BY_MAIL = "By e-mail";
    private static final String AS_TEXT = "As text to copy";

    private final Creation creation;
    private final Optional<URI> portal;
    private final Runnable done;
    private final Select<ClinicLabel> clinic = new Select<>();
    private final RadioButtonGroup<String> way = new RadioButtonGroup<>("How");
    private final Div messages = new Div();
    private final Div link = new Div();
    private final Button create = new Button("Send", e -> create());

    /**
     * Who gets the link.
     *
     * @param who what the person is called: patient or lead
     * @param email null if none is recorded
     * @param clinics the clinics that may send it, at least one
     * @param asked what the link asks for, as the end of a sentence
     */
    public record Recipient(String who, @Nullable EmailAddress email, List<ClinicLabel> clinics, String asked) {
        public Recipient {
            clinics = List.copyOf(clinics);
        }
    }

    /** Creates a link. */
    @FunctionalInterface
    public interface Creation {
        /**
         * Creates a link that a clinic sends.
         *
         * @param byMail whether a mail with the link goes to the person
         * @param address returns the whole address for one within the portal
         * @throws Refused if none can be created; the message is for the user
         */
        CreatedLink create(ClinicId clinic, boolean byMail, UnaryOperator<String> address);
    }

    /**
     * @param portal the portal's address from the settings; empty if not configured
     * @param done runs once a link is created
     */
    public SendLinkDialog(Recipient to, Creation creation, Optional<URI> portal, Runnable done) {
        var clinics = to.clinics();
        this.creation = creation;
        this.portal = portal;
        this.done = done;
        clinic.setLabel("Clinic");
        clinic.setItems(clinics);
        clinic.setItemLabelGenerator(ClinicLabel::name);
        clinic.setValue(clinics.getFirst());
        clinic.setVisible(clinics.size() > 1);
        var email = to.email();
        way.setItems(BY_MAIL, AS_TEXT);
        way.setItemEnabledProvider(one -> !one.equals(BY_MAIL) || email != null);
        way.setItemLabelGenerator(one -> !one.equals(BY_MAIL)
                ? one
                : email == null ? BY_MAIL + " (no e-mail address recorded)" : BY_MAIL + " to " + email.address());
        way.addValueChangeListener(e -> create.setText(AS_TEXT.equals(e.getValue()) ? "Create the link" : "Send"));
        way.setValue(email == null ? AS_TEXT : BY_MAIL);
        link.getElement().setAttribute("role", "status");
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Send an online intake",
                () -> false,
                "Close",
                create,
                messages,
                Ui.text(
                        "",
                        "The " + to.who()
                                + " answers before the visit, on a phone too, in English or Spanish. The link asks "
                                + to.asked()),
                Ui.text(
                        "muted small",
                        "By e-mail to an address that the " + to.who() + " gave, or that has been on record for seven"
                                + " days, the link has what was saved by an earlier one, which stops working. A link to"
                                + " copy, or to a newer address, starts empty, and what comes by it is confirmed in"
                                + " person at the visit."),
                Ui.text(
                        "muted small",
                        "Do not answer for the " + to.who()
                                + ". Staff use their own device for an intake of their own."),
                clinic,
                way,
                link);
    }

    public void open() {
        getContent().open();
    }

    private void create() {
        Attempt.showing(messages).run(() -> {
            var byMail = BY_MAIL.equals(way.getValue());
            var created = creation.create(clinic.getValue().id(), byMail, this::address);
            if (byMail) {
                getContent().close();
                Toast.done(
                        created.unproven() == null
                                ? "The link is being sent by e-mail"
                                : "The link is being sent by e-mail. It starts empty, since the address is new");
            } else {
                show(created.address());
            }
            done.run();
        });
    }

    private void show(String address) {
        create.setVisible(false);
        var field = new TextField("Link");
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        var said = Ui.text("muted", "It is not shown again.");
        var copy = new Button("Copy the link", Icon.COPY.create());
        Clipboard.onClick(copy).writeText(address, copied -> said.setText("Copied"), refused -> {
            said.setText("Copying is not available. The link is selected: press Ctrl+C");
            field.getElement().executeJs("this.inputElement.select()");
        });
        link.add(field, Ui.div("cluster", copy, said));
    }

    /** Uses the address from the settings, or otherwise the one that the current user's browser uses. */
    private String address(String route) {
        var request = ((VaadinServletRequest) VaadinServletRequest.getCurrent()).getHttpServletRequest();
        var base = portal.map(UriComponentsBuilder::fromUri)
                .orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(request));
        return base.build().toUriString().replaceFirst("/$", "") + "/" + route;
    }
}
