package io.plumbline.clinics.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClinicSetup;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page where a manager edits a clinic or creates one. */
@Route(Routes.CLINICS + "/:" + Routes.ID)
@RouteAlias(Routes.NEW_CLINIC)
@PageTitle("Clinic · Plumbline")
@RolesAllowed(Permission.CLINIC_WRITE)
class ClinicView extends Main implements BeforeEnterObserver {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("code", "short code"),
            Map.entry("zone", "time zone"),
            Map.entry("phone", "phone"),
            Map.entry("emergencyNumber", "emergency number"),
            Map.entry("address", "address"),
            Map.entry("responseTargetMinutes", "response target"),
            Map.entry("hours", "business hours"),
            Map.entry("closedDays", "closed days"),
            Map.entry("combinedCare", "combined care"),
            Map.entry("dayParts", "parts of the day"));

    private final ClinicService clinics;
    private final Div messages = Ui.div("stack-2");
    private ClinicForm form = new ClinicForm();
    private @Nullable ClinicSetup seen;

    ClinicView(ClinicService clinics) {
        this.clinics = clinics;
        Ui.main(this);
        Leaving.guardPage(this, () -> form.hasChanges());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get(Routes.ID);
        seen = id.isEmpty()
                ? null
                : Ids.inAddress(id.get(), ClinicId::new).flatMap(clinics::setup).orElseThrow(NotFoundException::new);
        form = new ClinicForm();
        show();
    }

    private void show() {
        removeAll();
        messages.removeAll();
        var save = Ui.primary(Ui.once(seen == null ? "Add clinic" : "Save", this::save));
        var cancel = new Button("Cancel", e -> Ui.navigate(Routes.CLINICS));
        var name = seen == null ? "New clinic" : seen.details().draft().name();
        add(Ui.div(
                "page wide",
                Ui.div(
                        "stays",
                        Ui.head(
                                name,
                                Ui.span("muted", new Anchor(Routes.CLINICS, "All my clinics")),
                                Ui.div("cluster", cancel, save)),
                        messages),
                form));
        if (seen == null) {
            var browser = UI.getCurrentOrThrow().getPage().getExtendedClientDetails();
            form.begin(ClinicOffer.usual(), browser.getTimeZoneId());
            form.focus();
        } else {
            form.show(seen.details().draft(), seen.offer());
            if (seen.zoneIsFixed()) {
                form.fixZone();
            }
        }
    }

    private void save() {
        messages.removeAll();
        form.read().ifPresent(this::save);
    }

    private void save(ClinicForm.Typed typed) {
        form.at(Attempt.showing(messages)).ifChanged(() -> bringTogether(typed)).run(() -> {
            if (seen == null) {
                clinics.create(typed.draft(), typed.offer());
            } else {
                clinics.change(seen.details().id(), seen.details().version(), typed.draft(), typed.offer());
            }
            form = new ClinicForm();
            Ui.navigate(Routes.CLINICS);
        });
    }

    /** Takes over the fields that only the colleague changed, and keeps the user's own input. */
    private void bringTogether(ClinicForm.Typed typed) {
        var base = seen;
        var now = base == null ? null : clinics.setup(base.details().id()).orElse(null);
        if (base == null || now == null) {
            messages.add(Ui.alert("You no longer have access to this clinic. Keep a copy of what you typed."));
            return;
        }
        var theirs = now.details().draft();
        var fields = Stream.concat(
                        RecordVersions.changedFields(base.details().draft(), theirs).stream(),
                        RecordVersions.changedFields(base.offer(), now.offer()).stream())
                .map(field -> WORDS.getOrDefault(field, field))
                .collect(Collectors.joining(", "));
        form.show(
                RecordVersions.merged(base.details().draft(), theirs, typed.draft()),
                RecordVersions.merged(base.offer(), now.offer(), typed.offer()));
        form.keepAsTyped();
        seen = now;
        messages.add(Ui.alert(now.changedBy() + " changed this clinic in the meantime: " + fields
                + ". What you typed is still here. Check it, then save again to keep it."));
    }
}
