package io.plumbline.today;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.sensitive.SensitiveAccess;
import io.plumbline.patients.sensitive.SensitiveAccessService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Break-glass access of colleagues to sensitive patients, for those named for these, until it is reviewed. No card if there
 * is none.
 */
@Order(82)
@Component
class SensitiveOpened implements StartPart {
    private static final int MOST = 100;

    private final SensitiveAccessService accesses;
    private final ClinicService clinics;

    SensitiveOpened(SensitiveAccessService accesses, ClinicService clinics) {
        this.accesses = accesses;
        this.clinics = clinics;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        // managers review the access, and a chiropractor is told beside the red flags
        return CurrentUser.may(Permission.PATIENT_READ) && !user.has(Role.MANAGER) && !user.has(Role.CHIROPRACTOR)
                ? cards()
                : List.of();
    }

    /** Returns the card for those who may find patients. */
    List<StartCard> cards() {
        var rows = accesses.findByOthers(MOST).stream().map(this::row).toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new StartCard(
                        "Sensitive records opened",
                        "sensitive record",
                        rows.size(),
                        Tone.WARN,
                        Icon.LOCK,
                        Routes.PATIENTS,
                        rows,
                        ""));
    }

    private StartCard.Row row(SensitiveAccess access) {
        return new StartCard.Row(
                access.patientName(),
                access.by() + " opened the record by break-glass access on "
                        + Dates.dayAndTime(access.openedAt(), clinics.ownZone()) + ". A review follows",
                StartCard.link("Open patient", Routes.patient(access.patient()), access.patientName()));
    }
}
