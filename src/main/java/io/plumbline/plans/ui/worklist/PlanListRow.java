package io.plumbline.plans.ui.worklist;

import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.access.AtClinic;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.plans.worklist.PlanUrgency;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import java.util.Locale;
import java.util.Objects;

/** A row of the worklist of plans: urgency, who, why, and what to do. */
final class PlanListRow {
    private PlanListRow() {}

    static LitRenderer<PlanRow> of() {
        return LitRenderer.<PlanRow>of("""
                <div class="list-row plan-row">
                  <span class="urgency"><span class="num strong">${item.points}<span class="unseen"> of 100 points of urgency</span></span><span class="bar" style="--share: ${item.points / 100}"></span></span>
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.title} · ${item.progress}</span></span>
                  <span class="line-two cluster">
                    ${item.flag ? html`<span class="badge tone-clinical">${item.flag} <span class="num">+${item.flagPoints}</span></span>` : ''}
                    ${item.referral ? html`<span class="badge tone-warn">${item.referral} <span class="num">+${item.referralPoints}</span></span>` : ''}
                    ${item.behind ? html`<span class="badge tone-warn">${item.behind} <span class="num">+${item.behindPoints}</span></span>` : ''}
                    ${item.review ? html`<span class="badge tone-warn">${item.review} <span class="num">+${item.reviewPoints}</span></span>` : ''}
                    ${item.step ? html`<span class="badge tone-warn">${item.step} <span class="num">+${item.stepPoints}</span></span>` : ''}
                    ${item.reevaluation ? html`<span class="badge tone-info">${item.reevaluation} <span class="num">+${item.reevaluationPoints}</span></span>` : ''}
                    ${item.booking ? html`<span class="badge tone-info">${item.booking} <span class="num">+${item.bookingPoints}</span></span>` : ''}
                    ${item.agreement ? html`<span class="badge tone-info">${item.agreement} <span class="num">+${item.agreementPoints}</span></span>` : ''}
                    ${item.ending ? html`<span class="badge tone-info">${item.ending} <span class="num">+${item.endingPoints}</span></span>` : ''}
                    ${item.rests ? html`<span class="badge tone-neutral">${item.rests}</span><span class="quiet">${item.why}</span>` : ''}
                    ${item.calm ? html`<span class="quiet">${item.calm}</span>` : ''}
                    ${item.next ? html`<span class="quiet">${item.next}</span>` : ''}
                  </span>
                  <a class="act line-three" href="${item.actAddress}" aria-label="${item.actName}">${item.act}</a>
                </div>""")
                .withProperty("points", PlanUrgency::of)
                .withProperty("flagPoints", row -> PlanUrgency.of(row, Need.FLAG_OPEN))
                .withProperty("referralPoints", row -> PlanUrgency.of(row, Need.REFERRAL_OPEN))
                .withProperty("behindPoints", row -> PlanUrgency.of(row, Need.BEHIND))
                .withProperty("reviewPoints", row -> PlanUrgency.of(row, Need.REVIEW_DUE))
                .withProperty("agreementPoints", row -> PlanUrgency.of(row, Need.AGREEMENT_MISSING))
                .withProperty("endingPoints", row -> PlanUrgency.of(row, Need.ENDING))
                .withProperty("stepPoints", row -> PlanUrgency.of(row, Need.STEP_OPEN))
                .withProperty("reevaluationPoints", row -> PlanUrgency.of(row, Need.REEVALUATION_DUE))
                .withProperty("bookingPoints", row -> PlanUrgency.of(row, Need.NOT_BOOKED))
                .withProperty("act", row -> Act.of(row).label)
                .withProperty("actName", row -> Act.of(row).label + ": " + row.patientName())
                .withProperty("actAddress", row -> Act.of(row).address(row))
                .withProperty("address", row -> Routes.plan(row.id()))
                .withProperty("name", PlanRow::patientName)
                .withProperty("title", PlanRow::title)
                .withProperty("flag", row -> row.needs().contains(Need.FLAG_OPEN) ? flag(row) : "")
                .withProperty("referral", row -> row.course().referralLabel())
                .withProperty("behind", row -> row.needs().contains(Need.BEHIND) ? behind(row) : "")
                .withProperty("review", row -> row.needs().contains(Need.REVIEW_DUE) ? review(row) : "")
                .withProperty("agreement", row -> row.awaitsAgreement() ? "Agreement missing" : "")
                .withProperty("ending", row -> row.needs().contains(Need.ENDING) ? ending(row) : "")
                .withProperty("step", row -> row.needs().contains(Need.STEP_OPEN) ? step(row) : "")
                .withProperty(
                        "reevaluation", row -> row.needs().contains(Need.REEVALUATION_DUE) ? reevaluation(row) : "")
                .withProperty("booking", row -> row.needs().contains(Need.NOT_BOOKED) ? notBooked(row) : "")
                .withProperty("rests", row -> row.isOnHold() ? onHold(row) : "")
                .withProperty("why", row -> Objects.toString(row.holdReason(), ""))
                .withProperty("calm", PlanListRow::calm)
                .withProperty(
                        "progress",
                        row -> row.awaitsAgreement()
                                ? "draft, starts " + Dates.day(row.dueOn())
                                : row.delivered() + " of " + row.planned() + " visits")
                .withProperty(
                        "next", row -> row.nextBookedOn() == null ? "" : "Next visit " + Dates.day(row.nextBookedOn()));
    }

    private static String onHold(PlanRow row) {
        return row.heldOn() == null ? row.status().label() : "On hold since " + Dates.day(row.heldOn());
    }

    private static String flag(PlanRow row) {
        var level = row.flag();
        if (level == null) {
            return "Clinical hold: no treatment or exercise session until cleared";
        }
        return "Red flag, " + level.fullLabel()
                + (row.clinicalHold() ? ": no treatment or exercise session until cleared" : ": decision needed");
    }

    private static String behind(PlanRow row) {
        return row.missed() + (row.missed() == 1 ? " visit" : " visits") + " behind: the first was planned for "
                + Dates.day(row.dueOn());
    }

    private static String review(PlanRow row) {
        var review = row.course().review();
        return review == null ? PlanFilter.REVIEW.label() : review.label();
    }

    /** Where a fact is missing without which nothing is proposed, the plan is not said to be on track. */
    private static String calm(PlanRow row) {
        if (!row.needs().isEmpty() || row.isOnHold()) {
            return "";
        }
        return row.course().isNextStepKnown() ? "On track" : "Next step not known yet";
    }

    private static String ending(PlanRow row) {
        var day = Dates.day(Objects.requireNonNull(row.endsOn()));
        if (row.delivered() == row.planned()) {
            return "All visits delivered on " + day + ": decide on the next step";
        }
        return (row.missed() > 0 && row.nextBookedOn() == null ? "Last visit planned for " : "Ends ") + day;
    }

    private static String step(PlanRow row) {
        var proposed = row.course().proposed();
        return proposed == null
                ? "Step to decide"
                : "Step to decide: " + proposed.label().toLowerCase(Locale.ROOT) + " proposed";
    }

    private static String reevaluation(PlanRow row) {
        return "Re-evaluation due since "
                + Dates.day(Objects.requireNonNull(row.course().reevaluationDueOn()));
    }

    private static String notBooked(PlanRow row) {
        return row.missed() > 0
                ? "No visit booked"
                : "No visit booked: the next is planned for " + Dates.day(row.dueOn());
    }

    /** What the reader does about a plan, from its most urgent reason. */
    private enum Act {
        DECIDE("Decide"),
        REFER("Refer"),
        BOOK("Book"),
        OPEN("Open plan");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        static Act of(PlanRow row) {
            var needs = row.needs();
            if (needs.contains(Need.FLAG_OPEN)) {
                return row.flag() != null && AtClinic.may(Permission.FLAG_DECIDE, row.clinic()) ? DECIDE : OPEN;
            }
            if (needs.contains(Need.REFERRAL_OPEN) && AtClinic.may(Permission.REFERRAL_WRITE, row.clinic())) {
                return REFER;
            }
            return needs.contains(Need.NOT_BOOKED) && AtClinic.may(Permission.APPOINTMENT_BOOK, row.clinic())
                    ? BOOK
                    : OPEN;
        }

        String address(PlanRow row) {
            return switch (this) {
                case DECIDE -> Routes.patient(row.patient());
                case REFER -> Routes.newReferral(row.patient(), row.id());
                case BOOK -> Routes.booking(row.patient());
                case OPEN -> Routes.plan(row.id());
            };
        }
    }
}
