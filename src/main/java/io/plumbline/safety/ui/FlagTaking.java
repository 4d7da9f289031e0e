package io.plumbline.safety.ui;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.safety.FlagTakingService;
import io.plumbline.safety.FlagToTake;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shell.BreakGlassDialog;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes a red flag of a patient whom the current user does not treat, and opens the chart with it. */
@Component
class FlagTaking {
    private static final String USE =
            "Use this to decide a red flag that those named for a sensitive patient have not decided."
                    + " They and the privacy officer see that you did.";

    private final FlagTakingService taking;
    private final ClinicService clinics;
    private final ProofFirst proof;
    private final Clock clock;

    FlagTaking(FlagTakingService taking, ClinicService clinics, ProofFirst proof, Clock clock) {
        this.taking = taking;
        this.clinics = clinics;
        this.proof = proof;
        this.clock = clock;
    }

    /** Returns the word on the button; empty if there is nothing that the current user may do now. */
    String act(FlagToTake flag) {
        if (!flag.isSensitive()) {
            return "Take it";
        }
        return flag.isBreakGlassAt(clock.instant()) ? "Break-glass access…" : "";
    }

    /** Returns what stands beside the name. */
    String about(FlagToTake flag) {
        if (!flag.isSensitive()) {
            return "You do not treat this patient. The chart opens when you take the flag.";
        }
        var from = flag.breakGlassFrom();
        return from == null || flag.isBreakGlassAt(clock.instant())
                ? "Only those named for this patient can take the flag."
                : "Only those named for this patient can take the flag. Break-glass access from "
                        + Dates.dayAndTime(from, clinics.zoneOf(flag.clinic()));
    }

    /**
     * Takes the flag, or asks for the reason for break-glass access.
     *
     * @param changed runs if a colleague was quicker
     */
    void take(FlagToTake flag, Runnable changed) {
        if (flag.isSensitive()) {
            ask(flag);
            return;
        }
        var isTaken = Attempt.telling(Toast::warn)
                .ifNotAvailable(FlagWords.SOMEBODY_WAS_QUICKER)
                .run(() -> Ui.navigate(Routes.patient(taking.take(flag.id()))));
        if (!isTaken) {
            changed.run();
        }
    }

    /** Asks for the reason, which is filled in; does nothing while those named still have time. */
    void ask(FlagToTake flag) {
        if (flag.isBreakGlassAt(clock.instant())) {
            new BreakGlassDialog(proof, USE, (operation, reason) -> open(flag, operation, reason), () -> {})
                    .ask("The red flag raised on "
                            + Dates.dayAndTime(flag.raisedAt(), clinics.zoneOf(flag.clinic()))
                            + " waits for a decision, and nobody named for this patient has decided it.");
        }
    }

    private boolean open(FlagToTake flag, OperationId operation, BreakGlassReason reason) {
        Ui.navigate(Routes.patient(taking.breakGlass(operation, flag.id(), reason)));
        return true;
    }
}
