package io.plumbline.orders.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.clinics.ClinicService;
import io.plumbline.orders.OrderEvent;
import io.plumbline.orders.OrderFilter;
import io.plumbline.orders.OrderListService;
import io.plumbline.orders.OrderRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.search.FilteredPage;
import io.plumbline.shared.ui.FilterChips;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checkout orders at the reader's clinics, or those that the reader placed, and beside them the one in the address. */
@Route(Routes.ORDERS)
@RouteAlias(Routes.ORDERS + "/:" + Routes.ID)
@PageTitle("Checkout orders · Plumbline")
@Menu(order = 22, title = "Checkout orders", icon = "BELL")
@RolesAllowed(Permission.ORDER_READ)
class OrderListView extends Main implements BeforeEnterObserver {
    private static final int FIRST = 50;

    private final OrderListService lists;
    private final ClinicService clinics;
    private final OrderActions actions;
    private final FilterChips<OrderFilter> chips =
            new FilterChips<>("Orders shown", Routes.ORDERS, OrderFilter.OPEN, OrderFilter::label);
    private final ListScreen<OrderId, OrderPanel> list;
    private FilteredPage<OrderRow, OrderFilter> first = FilteredPage.empty();

    OrderListView(OrderListService lists, ClinicService clinics, OrderActions actions, LiveScreens screens) {
        this.lists = lists;
        this.clinics = clinics;
        this.actions = actions;
        list = new ListScreen<>(
                this,
                Lazily.list("Checkout orders", OrderRow::id, row(), Lazily.from(() -> first.rows(), FIRST, this::page)),
                "Selected order",
                OrderId::new,
                this::open);
        Ui.page(
                this,
                "Checkout orders",
                CurrentUser.current().seesByClinic()
                        ? "What clinicians want next for their patients, by day. Book it, hand it over, or decline it with a"
                                + " reason."
                        : "What you ordered from the desk, and what became of it.",
                chips,
                list.withPanel());
        screens.keepUpToDate(this, OrderEvent.class, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chips.read(event.getLocation());
        list.enter(event);
        list.ifEmpty(OrderWords.none(chips.shown(), CurrentUser.current().seesByClinic()));
        refresh();
    }

    private List<OrderRow> page(@Nullable OrderRow after, int limit) {
        return lists.findPage(chips.shown(), after, limit);
    }

    private Optional<OrderPanel> open(OrderId id) {
        return lists.open(id).map(order -> {
            var clinic = clinics.label(order.row().clinic());
            return new OrderPanel(order, clinic.zone(), clinic.name(), actions, chips::toList, this::changed);
        });
    }

    private void changed() {
        list.chosen().ifPresent(list::show);
        refresh();
    }

    private void refresh() {
        first = lists.first(chips.shown(), FIRST);
        chips.show(first.counts(), OrderListService.MOST_COUNTED);
        list.refresh();
    }

    private LitRenderer<OrderRow> row() {
        return LitRenderer.<OrderRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}" aria-current="${item.current}">${item.patient}</a><span class="quiet">${item.kind}</span></span>
                  <span class="two line-two"><span class="clamp-1">${item.when}</span><span class="quiet clamp-1" title="${item.line}">${item.line}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.status}</span></span>
                  <span class="quiet end">${item.by}</span>
                </div>""")
                .withProperty("address", row -> chips.address(Routes.order(row.id())))
                .withProperty("patient", OrderRow::patientName)
                .withProperty("kind", row -> row.kind().label())
                .withProperty("when", OrderWords::whenAndWithWhom)
                .withProperty("line", row -> row.status().isPending() ? row.deskLine() : OrderWords.state(row))
                .withProperty("tone", row -> OrderWords.tone(row.status()).word())
                .withProperty("status", row -> row.status().label())
                .withProperty("by", OrderRow::orderedBy);
    }
}
