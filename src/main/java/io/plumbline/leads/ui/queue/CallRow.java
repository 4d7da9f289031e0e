package io.plumbline.leads.ui.queue;

import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.SpamSigns;
import io.plumbline.leads.calling.CallDays;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.clock.CallDay;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.leads.queue.LeadQueueFilter;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.ui.panel.FollowUpWords;
import io.plumbline.leads.ui.panel.LeadUndo;
import io.plumbline.leads.ui.panel.ToLead;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Renders a row of Call now: the response target as a countdown, the person and the concern, when they can be called
 * today, and the next step.
 */
@Component
class CallRow {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final double AROUND = 2 * Math.PI * 6.5;

    private final CallService calls;
    private final CallDays days;
    private final ClinicService clinics;
    private final FollowUpWords words;
    private final LeadUndo undo;

    CallRow(CallService calls, CallDays days, ClinicService clinics, FollowUpWords words, LeadUndo undo) {
        this.calls = calls;
        this.days = days;
        this.clinics = clinics;
        this.words = words;
        this.undo = undo;
    }

    /**
     * The countdown to the response target, for the row template; public because Vaadin reads it.
     *
     * @param icon an SVG path; empty where the ring shows the time left
     * @param dash the part of the ring that is left
     */
    public record Target(String tone, String icon, String dash, String words, String quiet) {}

    /**
     * The colleague who is calling the lead or took its clinical review, for the row template; public because Vaadin
     * reads it.
     *
     * @param disc the CSS classes of the initials
     * @param said the full text; empty if there is no colleague
     * @param brief the text where the row is narrow
     */
    public record Colleague(String disc, String initials, String said, String brief) {
        private static final Colleague NOBODY = new Colleague("", "", "", "");

        private static Colleague of(String name, String said, String brief) {
            var disc = Ui.initials(name);
            return new Colleague(String.join(" ", disc.getClassNames()), disc.getText(), said, brief);
        }
    }

    /**
     * Returns the template of a row.
     *
     * @param shown the current filter, which is read each time a row is rendered
     * @param way opens a lead that is claimed in its row
     */
    LitRenderer<LeadRow> renderer(Supplier<LeadQueueFilter> shown, ToLead way) {
        return LitRenderer.<LeadRow>of("""
                <h2 class="list-group tone-${item.groupTone}" ?hidden="${!item.isFirst}">${item.group}</h2>
                <div class="list-row call-row">
                  <span class="call-clock tone-${item.target.tone}">
                    ${item.target.icon
                      ? html`<span class="icon"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${item.target.icon}"/></svg></span>`
                      : html`<span class="dial"><svg viewBox="0 0 18 18" aria-hidden="true"><circle class="dial-track" cx="9" cy="9" r="6.5"/><circle class="dial-left" cx="9" cy="9" r="6.5" transform="rotate(-90 9 9)" stroke-dasharray="${item.target.dash}"/></svg></span>`}
                    <span class="two"><span class="clock-main">${item.target.words}</span><span class="quiet">${item.target.quiet}</span></span>
                  </span>
                  <span class="call-who two"><span class="call-name"><a class="row-link" href="${item.address}" aria-current="${item.current}">${item.name}</a>${item.isNew ? html`<span class="badge tone-info with-dot">New</span>` : ''}${item.isLikeSpam ? html`<span class="badge tone-warn">Looks like spam</span>` : ''}</span><span class="quiet clip" title="${item.concern}">${item.concern}</span></span>
                  <span class="call-window">
                    ${item.bar.day ? html`<svg viewBox="0 0 112 10" preserveAspectRatio="none" aria-hidden="true"><path class="window-day" d="${item.bar.day}"/><path class="window-theirs" d="${item.bar.theirs}"/><path class="window-now" d="${item.bar.current}"/><path class="window-late" d="${item.bar.late}"/><path class="window-tick" d="${item.bar.now}"/></svg>` : ''}
                    <span class="quiet clip" title="${item.bar.words}">${item.bar.words}</span><span class="unseen">${item.bar.said}</span>
                  </span>
                  <span class="call-about two"><span class="quiet">${item.source}</span><span class="quiet">${item.status}</span></span>
                  <span class="call-act end">
                    ${item.hand ? html`<span class="badge tone-${item.handTone}">${item.hand}</span>` : ''}
                    ${item.colleague.said ? html`<span class="call-hand quiet" title="${item.colleague.said}"><span class="${item.colleague.disc}" aria-hidden="true">${item.colleague.initials}</span><span class="unseen">${item.colleague.said}</span><span class="hand-long" aria-hidden="true">${item.colleague.said}</span><span class="hand-short" aria-hidden="true">${item.colleague.brief}</span></span>` : ''}
                    ${item.isFree ? html`<vaadin-button theme="small" aria-label="Claim ${item.name}" @click="${claim}">Claim</vaadin-button>` : ''}
                  </span>
                </div>""")
                .withProperty("address", row -> CallNowView.address(Routes.lead(row.id()), shown.get()))
                .withProperty("name", LeadRow::fullName)
                .withProperty("concern", LeadRow::concern)
                .withProperty("isNew", LeadRow::isNew)
                .withProperty("isLikeSpam", row -> SpamSigns.of(row.fullName(), row.concern())
                        .isPresent())
                .withProperty(
                        "source",
                        row -> row.source().label() + " · "
                                + LeadQueue.name(row.clinic(), clinics.labels().values()))
                .withProperty("status", CallRow::status)
                .withProperty(
                        "isFirst", row -> row.isFirstOfUrgency() && shown.get() != LeadQueueFilter.CLINICAL_REVIEW)
                .withProperty("groupTone", row -> groupTone(row.urgency()))
                .withProperty("group", row -> row.urgency().label())
                .withProperty("target", this::target)
                .withProperty("bar", row -> WindowBar.of(day(row), CallDays.window(row.status(), row.window())))
                .withProperty("hand", CallRow::hand)
                .withProperty(
                        "handTone", row -> row.isMine() ? "info" : row.urgency() == Urgency.OVERDUE ? "danger" : "warn")
                .withProperty("colleague", CallRow::colleague)
                .withProperty("isFree", CallRow::isFree)
                .withFunction("claim", row -> way.go(() -> claimed(row)));
    }

    /** Claims a lead; returns it even if the claim came too late, so that its panel shows the current state. */
    private Optional<LeadId> claimed(LeadRow row) {
        if (!calls.claim(row.id())) {
            Toast.warn(row.fullName() + " can no longer be claimed. This is the current version");
        } else {
            undo.offer(row.id(), "claimed", () -> {});
        }
        return Optional.of(row.id());
    }

    private static String groupTone(Urgency urgency) {
        return switch (urgency) {
            case OVERDUE -> "danger";
            case CALLABLE -> "ok";
            case LATER -> "neutral";
        };
    }

    private Target target(LeadRow row) {
        var followUp = row.followUp();
        var isInReview = row.status() == LeadStatus.CLINICAL_REVIEW;
        var day = day(row);
        var due = words.due(followUp, row.urgency(), day, row.clinic());
        return switch (row.urgency()) {
            case OVERDUE ->
                new Target(
                        "danger",
                        Icon.ALERT.path(),
                        "",
                        due,
                        isInReview ? "clinical review" : "since " + words.dayOr(followUp.overdueAt(), row.clinic()));
            case CALLABLE ->
                isInReview
                        ? new Target("clinical", Icon.CLINICAL.path(), "", due, "clinical review")
                        : running(due, day.left(), days.target(row.clinic()));
            case LATER ->
                new Target(
                        isInReview ? "clinical" : "neutral",
                        isInReview ? Icon.CLINICAL.path() : Icon.PAUSE.path(),
                        "",
                        "From " + words.dayOr(followUp.at(), row.clinic()),
                        isInReview ? "clinical review" : words.timeOfLaterDay(followUp.at(), row.clinic()));
        };
    }

    private static Target running(String due, Duration left, Duration target) {
        var share = Math.min(1, left.toSeconds() / (double) Math.max(1, target.toSeconds()));
        return new Target(
                left.compareTo(SOON) <= 0 ? "warn" : "run",
                "",
                String.format(Locale.ROOT, "%.1f %.1f", AROUND * share, AROUND),
                due,
                "of " + target.toMinutes() + " min");
    }

    private CallDay day(LeadRow row) {
        return days.computeDay(row.followUp(), row.status(), row.window(), row.clinic());
    }

    private static boolean isFree(LeadRow row) {
        return row.urgency() != Urgency.LATER && row.status() != LeadStatus.CLINICAL_REVIEW && row.claimedBy() == null;
    }

    private static String status(LeadRow row) {
        return row.status().label() + (row.claimedBy() == null ? "" : ", being called");
    }

    private static String hand(LeadRow row) {
        if (row.status() == LeadStatus.CLINICAL_REVIEW) {
            return row.reviewedBy() == null ? "Unassigned" : "";
        }
        return row.isMine() ? "Yours" : "";
    }

    private static Colleague colleague(LeadRow row) {
        if (row.status() == LeadStatus.CLINICAL_REVIEW) {
            return row.reviewedBy() == null
                    ? Colleague.NOBODY
                    : Colleague.of(row.reviewedBy(), "With " + row.reviewedBy(), "reviews");
        }
        return row.isMine() || row.claimedBy() == null
                ? Colleague.NOBODY
                : Colleague.of(row.claimedBy(), row.claimedBy() + " is calling", "is calling");
    }
}
