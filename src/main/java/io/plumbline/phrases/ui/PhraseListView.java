package io.plumbline.phrases.ui;

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
import io.plumbline.phrases.PhraseFilter;
import io.plumbline.phrases.PhraseRow;
import io.plumbline.phrases.PhraseService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
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
import org.jspecify.annotations.Nullable;

/** The phrases of the current user and of the clinics, searched while typing. The filter is part of the URL. */
@Route(Routes.PHRASES)
@PageTitle("Phrases · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class PhraseListView extends Main implements BeforeEnterObserver {
    private final TextField search;
    private final Select<PreparedTextScope> scope;
    private final Checkbox retired;
    private final Grid<PhraseRow> list;

    PhraseListView(PhraseService phrases) {
        var bar = new FilterBar("Filter phrases", this::narrow);
        search = bar.search("Search code or text", "Search phrases");
        scope = bar.oneOf("Owner", List.of(PreparedTextScope.values()), PreparedTextScope::label);
        retired = bar.onlyIf("Retired");
        list = Lazily.list(
                "Phrases", PhraseRow::id, row(), (after, limit) -> after == null ? phrases.list(filter()) : List.of());
        Ui.page(
                this,
                "Phrases",
                "In a session note, type a period, the code and a space. Tab goes from stop to stop.",
                bar,
                list);
        var write = Ui.primary(write());
        Keys.on(write, "n", "New phrase");
        Ui.pageActions(this, write);
    }

    private static Button write() {
        return new Button("New phrase", Icon.PLUS.create(), e -> Ui.navigate(Routes.NEW_PHRASE));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        scope.setValue(Filters.of(address, "whose", PreparedTextScope.class).orElse(null));
        retired.setValue(Filters.text(address, "status").equals("retired"));
        list.setEmptyStateComponent(nothing());
        list.getDataProvider().refreshAll();
    }

    /** What is searched stays out of the address, as elsewhere. */
    private void narrow() {
        var address = new HashMap<String, @Nullable Object>();
        address.put("whose", scope.getValue());
        address.put("status", retired.getValue() ? "retired" : "");
        Filters.show(Routes.PHRASES, address);
        list.setEmptyStateComponent(nothing());
        list.getDataProvider().refreshAll();
    }

    private PhraseFilter filter() {
        return new PhraseFilter(search.getValue().strip(), scope.getValue(), retired.getValue());
    }

    private Component nothing() {
        if (filter().equals(PhraseFilter.ALL)) {
            return new EmptyState(
                    Ui.text("strong", "No phrases yet"),
                    Icon.NOTE,
                    "Write the sentences that you type again and again once, and give each a short code.",
                    write());
        }
        return new EmptyState(
                Ui.text("strong", "No phrases match"),
                Icon.NOTE,
                "Search with fewer words, or show all phrases.",
                new Button("Show all phrases", e -> {
                    search.clear();
                    scope.clear();
                    retired.clear();
                    narrow();
                }));
    }

    private static LitRenderer<PhraseRow> row() {
        return LitRenderer.<PhraseRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.code}</a><span class="quiet">${item.stops}</span></span>
                  <span class="two line-two"><span class="clamp" title="${item.text}" dir="auto">${item.text}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.whose}</span></span>
                  <span class="quiet end">${item.about}</span>
                </div>""")
                .withProperty("address", row -> Routes.phrase(row.id()))
                .withProperty("code", row -> "." + row.code())
                .withProperty("stops", row -> row.stops() == 1 ? "1 stop" : row.stops() + " stops")
                .withProperty("text", PhraseRow::text)
                .withProperty(
                        "tone",
                        row -> row.isRetired() ? "neutral" : row.scope() == PreparedTextScope.OWN ? "ok" : "info")
                .withProperty(
                        "whose",
                        row -> row.isRetired()
                                ? row.scope().label() + ", retired"
                                : row.scope().label())
                .withProperty("about", row -> row.isOverruled() ? "Yours is used instead" : "");
    }
}
