package io.plumbline.notes;

import io.plumbline.practitioners.PractitionerScope;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The modalities that the current user records in a visit: those of the visit's discipline that the current user is trained in,
 * narrowed to the current user's own if the directory lists any. An adjustment is recorded by its segments, and only by a
 * chiropractor.
 */
@Component
class OfferedModalities {
    private static final String ONLY_A_CHIROPRACTOR = "Only a chiropractor can record an adjustment";

    private final Modalities modalities;
    private final PractitionerService practitioners;

    OfferedModalities(Modalities modalities, PractitionerService practitioners) {
        this.modalities = modalities;
        this.practitioners = practitioners;
    }

    List<Modalities.Modality> findFor(AppointmentType visit) {
        var scope = myScope();
        return modalities.modalities().stream()
                .filter(modality -> refusal(modality, visit, scope).isEmpty())
                .toList();
    }

    /**
     * Refuses modalities that the current user does not record in such a visit.
     *
     * @throws Refused if one is not offered; the message is for the user
     */
    void require(Collection<String> codes, AppointmentType visit) {
        if (codes.isEmpty()) {
            return;
        }
        var scope = myScope();
        for (var code : codes) {
            refusal(modalities.named(code), visit, scope).ifPresent(sentence -> {
                throw new Refused(sentence);
            });
        }
    }

    /**
     * Refuses an adjusted segment to everybody but a chiropractor of the clinic.
     *
     * @throws Refused if there is one
     */
    void requireAdjusting(SessionDetails details, ClinicId clinic) {
        if (details.hasAdjustment() && !CurrentUser.current().has(Role.CHIROPRACTOR, clinic)) {
            throw new Refused(ONLY_A_CHIROPRACTOR);
        }
    }

    private Optional<PractitionerScope> myScope() {
        return practitioners.scopeOf(CurrentUser.current().staff());
    }

    private static Optional<String> refusal(
            Modalities.Modality modality, AppointmentType visit, Optional<PractitionerScope> mine) {
        if (modality.code().equals(Modalities.ADJUSTMENT)) {
            return Optional.of(
                    CurrentUser.current().has(Role.CHIROPRACTOR)
                            ? "Record an adjustment by its segments"
                            : ONLY_A_CHIROPRACTOR);
        }
        var discipline = visit.discipline();
        if (discipline == null || !modality.disciplines().contains(discipline)) {
            return Optional.of(modality.name() + " does not belong to this visit: "
                    + visit.label().toLowerCase(Locale.ROOT));
        }
        return mine.flatMap(scope -> refusal(modality, scope));
    }

    private static Optional<String> refusal(Modalities.Modality modality, PractitionerScope mine) {
        if (Collections.disjoint(modality.disciplines(), mine.disciplines())) {
            return Optional.of(modality.name() + " is outside your disciplines in the practitioner directory");
        }
        return mine.modalities().isEmpty() || mine.modalities().contains(modality.code())
                ? Optional.empty()
                : Optional.of(modality.name() + " is not among your modalities: the clinic manager can add it under"
                        + " Practitioners");
    }
}
