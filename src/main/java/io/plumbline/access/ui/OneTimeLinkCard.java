package io.plumbline.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import io.plumbline.access.accounts.Invitation;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows a one-time link once, to copy and hand over. */
class OneTimeLinkCard extends Composite<Div> {
    private static final String REMOVES =
            "It is for a lost device: once it is used, two-step sign-in, passkeys, recovery codes and the signing PIN are"
                    + " removed. The person and the managers of their clinics read this on the Start page.";

    private final TextField link = new TextField("One-time link");
    private final Button copy = new Button("Copy the link", Icon.COPY.create());

    /**
     * @param invitation the link, and whether it is for a lost device
     * @param portal the portal's address from the settings; empty if not configured
     * @param held the roles that wait for a manager once the link is used, as one text; empty if there are none
     */
    OneTimeLinkCard(String displayName, Invitation invitation, String held, Optional<URI> portal) {
        link.setValue(address(invitation.token(), portal));
        link.setReadOnly(true);
        link.setAutoselect(true);
        var said = Ui.text("muted", "");
        said.getElement().setAttribute("role", "status");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        Clipboard.onClick(copy).writeText(link.getValue(), copied -> said.setText("Copied"), refused -> {
            said.setText("Copying is not available. The link is selected: press Ctrl+C");
            link.getElement().executeJs("this.inputElement.select()");
        });
        getContent().addClassNames("banner", "tone-info", "one-time-link");
        getContent()
                .add(Ui.div(
                        "stack-2",
                        Ui.text("strong", "Give this link to " + displayName),
                        Ui.text(
                                "",
                                "It opens a page to choose a password and works once, within 30 minutes. It is not shown "
                                        + "again, not even to you; a new link replaces this one."),
                        Ui.text("", invitation.isForLostDevice() ? REMOVES : ""),
                        Ui.text("", held.isEmpty() ? "" : held(displayName, held)),
                        link,
                        Ui.div("cluster", copy, said)));
    }

    private static String held(String displayName, String held) {
        return "Once it is used, " + displayName + " can work as " + held
                + " again after a manager of their clinics confirms the role on the Start page. Tell that manager now.";
    }

    void focus() {
        copy.focus();
    }

    /** Uses the address from the settings, or otherwise the one that the current user's browser uses. */
    private static String address(String token, Optional<URI> portal) {
        if (portal.isPresent()) {
            return UriComponentsBuilder.fromUri(portal.get())
                    .path("/" + Routes.invitation(token))
                    .toUriString();
        }
        var request = ((VaadinServletRequest) VaadinServletRequest.getCurrent()).getHttpServletRequest();
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/" + Routes.invitation(token))
                .toUriString();
    }
}
