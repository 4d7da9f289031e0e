package io.plumbline.today;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.ToConcludeRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The signed intake notes that therapists left to a chiropractor, until one concludes them. */
@Order(62)
@Component
class IntakesToConclude implements StartPart {
    private final IntakeConclusionService conclusions;
    private final ClinicService clinics;

    IntakesToConclude(IntakeConclusionService conclusions, ClinicService clinics) {
        this.conclusions = conclusions;
        this.clinics = clinics;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!CurrentUser.may(Permission.INTAKE_CONCLUDE)) {
            return List.of();
        }
        var found = conclusions.findForCurrentUser(StartCard.ROWS);
        if (found.isEmpty()) {
            return List.of();
        }
        return List.of(new StartCard(
                "Intake notes to conclude",
                "intake note",
                found.size() < StartCard.ROWS ? found.size() : conclusions.countForCurrentUser(),
                Tone.CLINICAL,
                Icon.NOTE,
                Routes.INTAKE,
                found.stream().map(this::row).toList(),
                ""));
    }

    private StartCard.Row row(ToConcludeRow note) {
        return new StartCard.Row(
                note.patientName(),
                "Intake note by " + note.author() + ", signed "
                        + Dates.dayAndTime(note.signedAt(), clinics.zoneOf(note.clinic()), clinics.ownZone()),
                StartCard.link("Conclude", Routes.intake(note.note()), note.patientName()));
    }
}
