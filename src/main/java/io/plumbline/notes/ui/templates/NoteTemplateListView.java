package io.plumbline.notes.ui.templates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.notes.templates.NoteTemplateDetails;
import io.plumbline.notes.templates.NoteTemplateDraft;
import io.plumbline.notes.templates.NoteTemplateFilter;
import io.plumbline.notes.templates.NoteTemplateService;
import io.plumbline.notes.ui.fill.FieldNames;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The note templates of the current user and of the clinics, searched while typing. The filter is part of the URL. */
@Route(Routes.NOTE_TEMPLATES)
@PageTitle("Note templates · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class NoteTemplateListView extends Main implements BeforeEnterObserver {
    private final TextField search;
    private final Select<PreparedTextScope> scope;
    private final Select<AppointmentType> service;
    private final Checkbox retired;
    private final Grid<NoteTemplateDetails> list;

    NoteTemplateListView(NoteTemplateService templates) {
        var bar = new FilterBar("Filter note templates", this::narrow);
        search = bar.search("Search name or text", "Search note templates");
        scope = bar.oneOf("Owner", List.of(PreparedTextScope.values()), PreparedTextScope::label);
        service = bar.oneOf("Visit type", AppointmentType.treatments(), AppointmentType::label);
        retired = bar.onlyIf("Retired");
        list = Lazily.list(
                "Note templates",
                NoteTemplateDetails::id,
                row(),
                (after, limit) -> after == null ? templates.list(filter()) : List.of());
        Ui.page(
                this,
                "Note templates",
                "In a session note, Alt T offers those of its visit type. They fill in what is empty.",
                bar,
                list);
        var write = Ui.primary(write());
        Keys.on(write, "n", "New note template");
        Ui.pageActions(this, write);
    }

    private static Button write() {
        return new Button("New note template", Icon.PLUS.create(), e -> Ui.navigate(Routes.NEW_NOTE_TEMPLATE));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        scope.setValue(Filters.of(address, "whose", PreparedTextScope.class).orElse(null));
        service.setValue(Filters.of(address, "visit", AppointmentType.class)
                .filter(AppointmentType::isTreatment)
                .orElse(null));
        retired.setValue(Filters.text(address, "status").equals("retired"));
        list.setEmptyStateComponent(nothing());
        list.getDataProvider().refreshAll();
    }

    /** What is searched stays out of the address, as elsewhere. */
    private void narrow() {
        var address = new HashMap<String, @Nullable Object>();
        address.put("whose", scope.getValue());
        address.put("visit", service.getValue());
        address.put("status", retired.getValue() ? "retired" : "");
        Filters.show(Routes.NOTE_TEMPLATES, address);
        list.setEmptyStateComponent(nothing());
        list.getDataProvider().refreshAll();
    }

    private NoteTemplateFilter filter() {
        return new NoteTemplateFilter(
                search.getValue().strip(), scope.getValue(), service.getValue(), retired.getValue());
    }

    private Component nothing() {
        if (filter().equals(NoteTemplateFilter.ALL)) {
            return new EmptyState(
                    Ui.text("strong", "No note templates yet"),
                    Icon.NOTE,
                    "Write once what the notes of one visit type have in common: what to ask and look for, the treatment,"
                            + " the home care.",
                    write());
        }
        return new EmptyState(
                Ui.text("strong", "No note templates match"),
                Icon.NOTE,
                "Search with fewer words, or show all note templates.",
                new Button("Show all note templates", e -> {
                    search.clear();
                    scope.clear();
                    service.clear();
                    retired.clear();
                    narrow();
                }));
    }

    private static LitRenderer<NoteTemplateDetails> row() {
        return LitRenderer.<NoteTemplateDetails>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}" dir="auto">${item.name}</a><span class="quiet">${item.visit}</span></span>
                  <span class="two line-two"><span class="clamp" title="${item.text}" dir="auto">${item.text}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.whose}</span></span>
                  <span class="quiet end">${item.about}</span>
                </div>""")
                .withProperty("address", row -> Routes.noteTemplate(row.id()))
                .withProperty("name", row -> row.draft().name())
                .withProperty("visit", row -> row.draft().service().label())
                .withProperty("text", row -> text(row.draft()))
                .withProperty(
                        "tone",
                        row -> row.isRetired() ? "neutral" : row.scope() == PreparedTextScope.OWN ? "ok" : "info")
                .withProperty(
                        "whose",
                        row -> row.isRetired()
                                ? row.scope().label() + ", retired"
                                : row.scope().label())
                .withProperty("about", row -> "Fills in " + FieldNames.names(fields(row.draft())));
    }

    private static String text(NoteTemplateDraft template) {
        return Stream.of(
                        template.observations(),
                        template.homeCare(),
                        template.nextStep(),
                        template.cue(),
                        template.subjective())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> fields(NoteTemplateDraft template) {
        var values = RecordVersions.values(template);
        return Stream.of(
                        "subjective",
                        "observations",
                        "modalities",
                        "minutes",
                        "exercises",
                        "cue",
                        "homeCare",
                        "nextStep")
                .filter(field -> !RecordVersions.isEmpty(values.get(field)))
                .toList();
    }
}
