package io.plumbline.safety.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.clinics.ClinicService;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.FlagToTake;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.WaitingForReview;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of the review queue: each module's own texts and actions. */
@Component
class ReviewRows {
    private final SafetyService safety;
    private final Decisions decisions;
    private final FlagTaking taking;
    private final ClinicService clinics;
    private final List<WaitingForReview> modules;
    private final Clock clock;

    ReviewRows(
            SafetyService safety,
            Decisions decisions,
            FlagTaking taking,
            ClinicService clinics,
            List<WaitingForReview> modules,
            Clock clock) {
        this.safety = safety;
        this.decisions = decisions;
        this.taking = taking;
        this.clinics = clinics;
        this.modules = modules;
        this.clock = clock;
    }

    /** Returns the waiting item with this id; empty if it is decided or not for the current user. */
    Optional<ReviewItem> find(UUID id) {
        return modules.stream()
                .<ReviewItem>flatMap(module -> module.find(id).stream())
                .findFirst()
                .or(() -> safety.open(new FlagId(id)));
    }

    /**
     * Returns the renderer of a row.
     *
     * @param changed runs after the first step was taken
     * @param decided runs after a decision
     */
    LitRenderer<ReviewItem> renderer(Runnable changed, Runnable decided) {
        return LitRenderer.<ReviewItem>of("""
                <div class="list-row flag-row ${item.isEmergency ? 'is-emergency' : ''}">
                  <span><span class="badge with-flag tone-${item.tone}">${item.level}</span></span>
                  <span class="two line-two"><span>${item.address ? html`<a class="row-link" href="${item.address}">${item.name}</a>` : html`<span class="strong">${item.name}</span>`}${item.phone ? html` <a href="tel:${item.phone}">${item.phoneShown}</a>` : ''}</span><span title="${item.found}">${item.found}</span></span>
                  <span class="two line-three"><span>${item.waits}</span><span class="quiet">${item.handling}</span></span>
                  <span class="end">
                    ${item.firstStep ? html`<vaadin-button theme="small tertiary" aria-label="${item.firstStep}: ${item.named}" @click="${first}">${item.firstStep}</vaadin-button>` : ''}
                    ${item.act ? html`<vaadin-button theme="${item.isEmergency ? 'small primary' : 'small'}" aria-label="${item.actNamed}" @click="${decide}">${item.act}</vaadin-button>` : ''}
                  </span>
                </div>""")
                .withProperty("isEmergency", row -> row.level() == FlagLevel.E)
                .withProperty("tone", row -> FlagWords.tone(row.level()).word())
                .withProperty("level", row -> row.level().fullLabel())
                .withProperty("address", row -> row instanceof FlagRow flag ? Routes.patient(flag.patient()) : "")
                .withProperty("name", ReviewItem::personName)
                .withProperty("named", ReviewRows::named)
                .withProperty("act", this::act)
                .withProperty("actNamed", row -> act(row).replace("…", "") + ": " + named(row))
                .withProperty("phone", row -> line(row).phone())
                .withProperty("phoneShown", row -> line(row).phoneShown())
                .withProperty("found", row -> line(row).found())
                .withProperty(
                        "waits",
                        row -> "Waiting " + Dates.howLong(Duration.between(row.waitingSince(), clock.instant())))
                .withProperty("handling", row -> line(row).handling())
                .withProperty("firstStep", row -> line(row).firstStep())
                .withFunction("first", item -> takeFirstStep(item, changed))
                .withFunction("decide", item -> doAct(item, changed, decided));
    }

    private static String named(ReviewItem item) {
        return (item instanceof FlagRow flag ? flag.flag() + ", " : "") + item.personName();
    }

    private String act(ReviewItem item) {
        return item instanceof FlagToTake other ? taking.act(other) : "Decide…";
    }

    private WaitingForReview.Row line(ReviewItem item) {
        if (item instanceof FlagToTake other) {
            return new WaitingForReview.Row("", "", taking.about(other), "", "");
        }
        if (item instanceof FlagRow flag) {
            var question = flag.found().question();
            return new WaitingForReview.Row(
                    "",
                    "",
                    question.isEmpty() ? flag.flag() : flag.flag() + ": " + question,
                    raised(flag),
                    flag.status() == FlagStatus.RAISED ? "Acknowledge" : "");
        }
        return modules.stream()
                .flatMap(module -> module.row(item).stream())
                .findFirst()
                .orElseThrow();
    }

    private String raised(FlagRow row) {
        var seen = row.acknowledged();
        if (row.proposed() != null) {
            return FlagWords.proposed(row.proposed(), true, clinics.zoneOf(row.clinic())) + " · "
                    + clinics.names(Set.of(row.clinic()));
        }
        return "Raised by " + row.found().by()
                + (seen == null
                        ? ""
                        : " · " + FlagWords.acknowledged(seen, clinics.zoneOf(row.clinic()), clock.instant()))
                + " · " + clinics.names(Set.of(row.clinic()));
    }

    private void takeFirstStep(ReviewItem item, Runnable changed) {
        if (item instanceof FlagRow flag) {
            acknowledge(flag, changed);
        } else {
            roomOf(item).takeFirstStep(item, changed);
        }
    }

    private void acknowledge(FlagRow row, Runnable changed) {
        Attempt.telling(refused -> Toast.warn(FlagWords.SOMEBODY_WAS_QUICKER))
                .run(() -> safety.acknowledge(row.id(), row.version()));
        changed.run();
    }

    /** Does what the button of the row says. */
    private void doAct(ReviewItem item, Runnable changed, Runnable decided) {
        if (item instanceof FlagToTake other) {
            taking.take(other, changed);
        } else {
            decide(item, decided);
        }
    }

    /** Asks for the decision on a waiting item; of a flag to take, for break-glass access if the patient is sensitive. */
    void decide(ReviewItem item, Runnable decided) {
        if (item instanceof FlagToTake other) {
            taking.ask(other);
            return;
        }
        if (item instanceof FlagRow flag) {
            decisions.ask(flag, clinics.zoneOf(flag.clinic()), decided);
        } else {
            roomOf(item).askForDecision(item, decided);
        }
    }

    private WaitingForReview roomOf(ReviewItem item) {
        return modules.stream()
                .filter(module -> module.row(item).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
