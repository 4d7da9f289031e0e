package io.plumbline.today;

import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import io.plumbline.backup.BackupService;
import io.plumbline.backup.BackupState;
import io.plumbline.clinics.ClinicService;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator sees on the start page how the backups are, and what is wrong with them. */
@DemoTest
class BackupLineTest extends SpringBrowserlessTest {
    @Autowired
    private ClinicService clinics;

    private final BackupService backups = mock(BackupService.class);

    @Test
    @WithStaff("admin")
    void anAdministratorSeesWhenTheLastOneWasMadeAndVerified() {
        when(backups.state())
                .thenReturn(Optional.of(new BackupState(
                        Instant.parse("2026-11-24T09:00:00Z"), Instant.parse("2026-11-03T17:00:00Z"), "")));
        assertThat(BackupLine.forCurrentUser(backups, clinics).orElseThrow())
                .satisfies(line -> assertThat(textOf(line))
                        .isEqualTo("Last good backup: Nov 24, 2026. Last verified restore: Nov 3, 2026."))
                .satisfies(line -> assertThat(line.getElement().getClassList())
                        .as("no banner")
                        .doesNotContain("banner"));
    }

    @Test
    @WithStaff("admin")
    void whatIsWrongStandsFirst() {
        when(backups.state())
                .thenReturn(Optional.of(new BackupState(
                        null, null, "No backups: set PLUMBLINE_BACKUP_KEY and PLUMBLINE_BACKUP_FOLDER.")));
        assertThat(textOf(BackupLine.forCurrentUser(backups, clinics).orElseThrow()))
                .contains("No backups: set PLUMBLINE_BACKUP_KEY", "Last good backup: none");
    }

    @Test
    @WithStaff("admin")
    void aDemoNeedsNone() {
        when(backups.state()).thenReturn(Optional.empty());
        assertThat(BackupLine.forCurrentUser(backups, clinics)).isEmpty();
    }

    @Test
    @WithStaff("manager")
    void nobodyElseIsTold() {
        when(backups.state()).thenReturn(Optional.of(new BackupState(null, null, "There is no good backup yet.")));
        assertThat(BackupLine.forCurrentUser(backups, clinics)).isEmpty();
    }
}
