package io.plumbline.downtime;

import io.plumbline.access.SystemActor;
import io.plumbline.backup.BackupProblem;
import io.plumbline.backup.SheetFolder;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the downtime sheet of each clinic each hour, on one node at a time. The folder itself says when each was made, so
 * nodes that share it agree.
 */
@Component
class DowntimeSheetJob {
    private static final Duration HOUR = Duration.ofHours(1);

    private final DowntimeSheetService sheets;
    private final SheetFolder folder;
    private final ClinicService clinics;
    private final SystemActor system;
    private final Clock clock;

    DowntimeSheetJob(
            DowntimeSheetService sheets, SheetFolder folder, ClinicService clinics, SystemActor system, Clock clock) {
        this.sheets = sheets;
        this.folder = folder;
        this.clinics = clinics;
        this.system = system;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT5M")
    @SchedulerLock(name = "downtime-sheets")
    void make() {
        if (folder.isSet()) {
            folder.note(makeAll().orElse(""));
        }
    }

    /** Returns why a sheet could not be made; empty if all were. One that fails does not keep the others from being made. */
    private Optional<String> makeAll() {
        try {
            var all = List.copyOf(system.call(clinics::labels).values());
            var problems = all.stream()
                    .map(this::makeIfDue)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            folder.keepOnly(all.stream().map(ClinicLabel::code).toList());
            return problems.stream().findFirst();
        } catch (BackupProblem problem) {
            return Optional.of(problem.sentence());
        }
    }

    private Optional<String> makeIfDue(ClinicLabel clinic) {
        try {
            return isDue(clinic)
                    ? system.callWithinDeskOf(clinic.id(), clinic.formats(), () -> make(clinic))
                    : Optional.empty();
        } catch (BackupProblem away) {
            return Optional.of(away.sentence());
        }
    }

    private Optional<String> make(ClinicLabel clinic) {
        try {
            sheets.make(clinic, folder);
            return Optional.empty();
        } catch (BackupProblem problem) {
            return Optional.of(problem.sentence());
        }
    }

    /** A sheet from the future was made while the clock was wrong. */
    private boolean isDue(ClinicLabel clinic) throws BackupProblem {
        var now = clock.instant();
        return folder.madeAt(clinic.code())
                .filter(at -> at.isAfter(now.minus(HOUR)) && !at.isAfter(now))
                .isEmpty();
    }
}
