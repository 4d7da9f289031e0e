package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.clinics.ClinicService;
import io.plumbline.referrals.ContactFilter;
import io.plumbline.referrals.ContactKind;
import io.plumbline.referrals.ContactRow;
import io.plumbline.referrals.ContactService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.KeptSearch;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The contacts book of the group, with the contact in the address beside it. */
@Route(Routes.CONTACTS)
@RouteAlias(Routes.CONTACTS + "/:" + Routes.ID)
@PageTitle("Contacts · Plumbline")
@Menu(order = 33.6, title = "Contacts", icon = "MAIL")
@RolesAllowed(Permission.CONTACT_WRITE)
class ContactListView extends Main implements BeforeEnterObserver {
    private static final String QUERY = "q";
    private static final String KIND = "kind";
    private static final String INACTIVE = "inactive";

    private final ContactService contacts;
    private final ClinicService clinics;
    private final TextField search;
    private final Select<ContactKind> kind;
    private final Checkbox inactive;
    private final Component searchOver = KeptSearch.overLine();
    private final ListScreen<ContactId, ContactPanel> list;

    ContactListView(ContactService contacts, ClinicService clinics) {
        this.contacts = contacts;
        this.clinics = clinics;
        var bar = new FilterBar("Filter contacts", this::narrow);
        search = bar.search("Search name or organization", "Search contacts");
        kind = bar.oneOf("Kind", List.of(ContactKind.values()), ContactKind::label);
        inactive = bar.onlyIf("Deactivated");
        list = new ListScreen<>(
                this,
                Lazily.list("Contacts", ContactRow::id, row(), (after, limit) -> contacts.list(filter(), after, limit)),
                "Selected contact",
                ContactId::new,
                this::open);
        Ui.page(this, "Contacts", "Referral contacts. No patient data.", bar, searchOver, list.withPanel());
        var add = new Button("New contact…", Icon.PLUS.create(), e -> add());
        Keys.on(add, "n", "New contact");
        Ui.pageActions(this, add);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        search.setValue(KeptSearch.in(QUERY, address.getQueryParameters())
                .map(typed -> typed.substring(0, Math.min(typed.length(), 100)))
                .orElse(""));
        searchOver.setVisible(KeptSearch.isOver(QUERY, address.getQueryParameters()));
        kind.setValue(Filters.of(address, KIND, ContactKind.class).orElse(null));
        inactive.setValue(!Filters.text(address, INACTIVE).isEmpty());
        list.enter(event);
        list.ifEmpty(empty());
        list.refresh();
    }

    private Optional<ContactPanel> open(ContactId id) {
        return contacts.find(id)
                .map(contact -> new ContactPanel(contacts, clinics.phoneRegion(), contact, this::close, list::refresh));
    }

    private void close() {
        UI.getCurrentOrThrow().navigate(Routes.CONTACTS, query());
    }

    private void narrow() {
        var path = list.chosen().map(Routes::contact).orElse(Routes.CONTACTS);
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location(path, query()));
        searchOver.setVisible(false);
        list.ifEmpty(empty());
        list.refresh();
    }

    private ContactFilter filter() {
        return new ContactFilter(search.getValue(), kind.getValue(), inactive.getValue());
    }

    private QueryParameters query() {
        var values = new HashMap<String, String>();
        values.put(QUERY, search.getValue());
        if (kind.getValue() != null) {
            values.put(KIND, Filters.inAddress(kind.getValue()));
        }
        if (inactive.getValue()) {
            values.put(INACTIVE, "yes");
        }
        return KeptSearch.hide(QUERY, values);
    }

    private void add() {
        ContactDialog.open(contacts, clinics.phoneRegion(), null, id -> UI.getCurrentOrThrow()
                .navigate(Routes.contact(id)));
    }

    private Component empty() {
        return filter().equals(ContactFilter.ACTIVE)
                ? new EmptyState(
                        Ui.text("strong", "No contacts yet"),
                        Icon.MAIL,
                        "Add the practices and people that your clinics refer patients to.",
                        new Button("New contact…", e -> add()))
                : new EmptyState(
                        Ui.text("strong", "No contacts match"),
                        Icon.MAIL,
                        "Search with fewer letters, or show all contacts.",
                        new Button(
                                "Show all contacts", e -> UI.getCurrentOrThrow().navigate(Routes.CONTACTS)));
    }

    private LitRenderer<ContactRow> row() {
        return LitRenderer.<ContactRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}" aria-current="${item.current}">${item.name}</a><span class="quiet">${item.organization}</span></span>
                  <span class="quiet line-two">${item.kind}</span>
                  <span class="quiet wide-only">${item.phone}</span>
                  <span class="end">${item.state ? html`<span class="badge tone-neutral">${item.state}</span>` : ''}</span>
                </div>""")
                .withProperty("address", row -> Filters.address(Routes.contact(row.id()), query()))
                .withProperty("name", row -> row.name().isEmpty() ? row.organization() : row.name())
                .withProperty("organization", row -> row.name().isEmpty() ? "" : row.organization())
                .withProperty("kind", row -> row.kind().label())
                .withProperty(
                        "phone", row -> row.phone() == null ? "" : row.phone().shown())
                .withProperty("state", row -> row.active() ? "" : "Deactivated");
    }
}
