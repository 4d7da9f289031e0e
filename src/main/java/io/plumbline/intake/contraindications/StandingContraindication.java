package io.plumbline.intake.contraindications;

import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contraindication that is to be heeded: confirmed, or left to a chiropractor who has not decided yet.
 *
 * @param rule null if the rules no longer have the contraindication
 * @param note the signed note that says so last
 */
public record StandingContraindication(
        String code,
        ContraindicationAnswer answer,
        @Nullable Contraindication rule,
        IntakeId note,
        ClinicId clinic,
        Instant signedAt) {
    /** Returns whether it speaks only against treating one site. */
    public boolean isLocal() {
        return rule != null && rule.level() == Contraindication.Level.LOCAL;
    }

    /** Returns it in one line, with what it speaks against and whether a chiropractor has to decide. */
    public String words() {
        return answer.name()
                + (rule == null ? "" : " (" + rule.reach() + ")")
                + (answer.isDecided() ? "" : ": stands until a chiropractor decides");
    }

    /** Returns technique, level and site in one line; empty if the rules no longer have the contraindication. */
    public String reach() {
        return rule == null ? "" : rule.reach();
    }
}
