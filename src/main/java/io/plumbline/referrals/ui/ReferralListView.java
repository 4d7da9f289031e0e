package io.plumbline.referrals.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.clinics.ClinicService;
import io.plumbline.referrals.ReferralFilter;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.referrals.ReferralRow;
import io.plumbline.referrals.ReferralService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.search.FilteredPage;
import io.plumbline.shared.ui.FilterChips;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The referrals of the reader's patients, overdue ones first, and beside them the one in the address. */
@Route(Routes.REFERRALS)
@RouteAlias(Routes.REFERRALS + "/:" + Routes.ID)
@PageTitle("Referrals · Plumbline")
@Menu(order = 33.5, title = "Referrals", icon = "ARROW")
@RolesAllowed(Permission.REFERRAL_READ)
class ReferralListView extends Main implements BeforeEnterObserver {
    private static final int FIRST = 50;

    private final ReferralListService lists;
    private final ReferralService referrals;
    private final ClinicService clinics;
    private final ReferralLetter letter;
    private final Clock clock;
    private final FilterChips<ReferralFilter> chips = new FilterChips<>(
                    "Referrals shown", Routes.REFERRALS, ReferralFilter.OPEN, ReferralFilter::label)
            .with(new FilterChips.Mark(
                    "mine", "By me", "Only the referrals that you wrote", "Show those of colleagues too"));
    private final ListScreen<ReferralId, ReferralPanel> list;
    private FilteredPage<ReferralRow, ReferralFilter> first = FilteredPage.empty();

    ReferralListView(
            ReferralListService lists,
            ReferralService referrals,
            ClinicService clinics,
            ReferralLetter letter,
            Clock clock) {
        this.lists = lists;
        this.referrals = referrals;
        this.clinics = clinics;
        this.letter = letter;
        this.clock = clock;
        list = new ListScreen<>(
                this,
                Lazily.list("Referrals", ReferralRow::id, row(), Lazily.from(() -> first.rows(), FIRST, this::page)),
                "Selected referral",
                ReferralId::new,
                this::open);
        Ui.page(
                this,
                "Referrals",
                "Of your patients. A referral is open until its answer, or why there is none, is recorded.",
                chips,
                list.withPanel());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chips.read(event.getLocation());
        list.enter(event);
        list.ifEmpty(
                switch (chips.shown()) {
                    case OPEN -> "No open referrals. Refer a patient from the patient's page.";
                    case OVERDUE -> "No answer is overdue.";
                    case ANSWERED -> "No answered referrals yet.";
                    case ALL -> "No referrals yet. Refer a patient from the patient's page.";
                });
        refresh();
    }

    private Optional<ReferralPanel> open(ReferralId id) {
        return referrals
                .open(id)
                .map(referral -> new ReferralPanel(referrals, clinics, letter, referral, chips::toList, this::refresh));
    }

    private void refresh() {
        first = lists.first(chips.shown(), chips.isMarked(), FIRST);
        chips.show(first.counts(), Long.MAX_VALUE);
        list.refresh();
    }

    private List<ReferralRow> page(@Nullable ReferralRow after, int limit) {
        return after == null
                ? lists.first(chips.shown(), chips.isMarked(), limit).rows()
                : lists.next(chips.shown(), chips.isMarked(), after, limit);
    }

    private LitRenderer<ReferralRow> row() {
        return LitRenderer.<ReferralRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}" aria-current="${item.current}">${item.patient}</a><span class="quiet">${item.to}</span></span>
                  <span class="two line-two"><span class="clamp-1" title="${item.reason}">${item.reason}</span><span class="quiet">${item.days}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.status}</span></span>
                  <span class="quiet end">${item.by}</span>
                </div>""")
                .withProperty("address", row -> chips.address(Routes.referral(row.id())))
                .withProperty("patient", ReferralRow::patientName)
                .withProperty("to", row -> "To " + row.to())
                .withProperty("reason", ReferralRow::reason)
                .withProperty("days", ReferralWords::days)
                .withProperty("tone", row -> ReferralWords.tone(row.status(), row.isOverdue(clock.instant()))
                        .word())
                .withProperty("status", row -> ReferralWords.status(row.status(), row.isOverdue(clock.instant()), null))
                .withProperty("by", ReferralRow::askedBy);
    }
}
