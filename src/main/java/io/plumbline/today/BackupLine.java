package io.plumbline.today;

import com.vaadin.flow.component.Component;
import io.plumbline.backup.BackupService;
import io.plumbline.backup.BackupState;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an administrator when the last good backup was made and verified, and what is wrong with the backups. */
final class BackupLine {
    private BackupLine() {}

    /** Returns the line of the start page; empty for other users, and where no backups are needed. */
    static Optional<Component> forCurrentUser(BackupService backups, ClinicService clinics) {
        return CurrentUser.may(Permission.BACKUP_READ)
                ? backups.state().map(state -> line(state, clinics.ownZone()))
                : Optional.empty();
    }

    private static Component line(BackupState state, ZoneId zone) {
        var when = "Last good backup: " + day(state.lastGood(), zone) + ". Last verified restore: "
                + day(state.lastVerified(), zone) + ".";
        return state.alert().isEmpty()
                ? Ui.text("small", when)
                : Ui.div(
                        "banner tone-warn",
                        Icon.ALERT.create(),
                        Ui.div("stack-0 grow", Ui.text("strong", state.alert()), Ui.text("small", when)));
    }

    private static String day(@Nullable Instant at, ZoneId zone) {
        return at == null ? "none" : Dates.dayAndYear(at.atZone(zone).toLocalDate());
    }
}
