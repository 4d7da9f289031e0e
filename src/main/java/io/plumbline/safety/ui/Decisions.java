package io.plumbline.safety.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.plumbline.patients.PatientDetails;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.FindingRoute;
import io.plumbline.safety.FlagDecisions;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagFinding;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.ProposedClearance;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.StandingBookings;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the decision on a red flag, shows the finding and the booked appointments beside it, and offers to undo it.
 */
@org.springframework.stereotype.Component
class Decisions implements FlagDecisions {
    private final SafetyService safety;
    private final ClearanceService clearances;
    private final List<FindingRoute> places;
    private final StandingBookings bookings;
    private final FlagUndo undo;

    Decisions(
            SafetyService safety,
            ClearanceService clearances,
            List<FindingRoute> places,
            StandingBookings bookings,
            FlagUndo undo) {
        this.safety = safety;
        this.clearances = clearances;
        this.places = places;
        this.bookings = bookings;
        this.undo = undo;
    }

    /** Asks about a flag in a list. */
    void ask(FlagRow flag, ZoneId zone, Runnable decided) {
        var title = flag.flag() + ", " + flag.patientName();
        ask(
                new DecisionDialog.Asked(flag.id(), flag.version(), flag.status(), flag.level(), title),
                flag.found(),
                flag.proposed(),
                flag.patient(),
                zone,
                decided);
    }

    @Override
    public void ask(FlagDetails flag, PatientDetails patient, ZoneId zone, Runnable decided) {
        var title = flag.flag() + ", " + patient.name();
        ask(
                new DecisionDialog.Asked(flag.id(), flag.version(), flag.status(), flag.level(), title),
                flag.found(),
                flag.waitsForSecond() ? flag.proposed() : null,
                patient.id(),
                zone,
                decided);
    }

    private void ask(
            DecisionDialog.Asked asked,
            FlagFinding found,
            @Nullable ProposedClearance proposed,
            PatientId patient,
            ZoneId zone,
            Runnable decided) {
        if (proposed == null) {
            decide(asked, found, patient, zone, decided);
            return;
        }
        new ClearanceDialog(clearances, asked, proposed, zone, around(found, patient, zone))
                .open(
                        () -> decide(asked, found, patient, zone, decided),
                        () -> {
                            decided.run();
                            undo.offer(asked.flag(), decided);
                        },
                        decided);
    }

    private void decide(
            DecisionDialog.Asked asked, FlagFinding found, PatientId patient, ZoneId zone, Runnable decided) {
        new DecisionDialog(safety, clearances, asked, around(found, patient, zone)).open(next -> {
            switch (next) {
                case WRITE_REFERRAL -> {
                    var form = new Location(Routes.newReferral(patient, asked.flag()));
                    UI.getCurrentOrThrow().navigate(form.getPath(), form.getQueryParameters());
                }
                case WAIT_FOR_SECOND -> {
                    decided.run();
                    Toast.done("Proposed. The hold stays until a second clinician confirms it.");
                }
                case OFFER_UNDO -> {
                    decided.run();
                    undo.offer(asked.flag(), decided);
                }
            }
        });
    }

    private Div around(FlagFinding found, PatientId patient, ZoneId zone) {
        var around = Ui.div("stack-0");
        if (!found.question().isEmpty()) {
            around.add(Ui.text("strong", found.question() + " Yes"));
        }
        around.add(Ui.text("muted", "Raised by " + found.by() + ", " + Dates.dayAndTime(found.at(), zone)));
        var note = found.note();
        if (note != null) {
            places.stream()
                    .flatMap(place -> place.findRoute(note).stream())
                    .findFirst()
                    .ifPresent(address -> {
                        // opens a new tab, so that an unfinished decision is kept
                        var link = new Anchor(address, "Open the source note");
                        link.setTarget(AnchorTarget.BLANK);
                        around.add(link);
                    });
        }
        around.add(Ui.text("", bookings.describe(patient)));
        return around;
    }
}
