package io.plumbline.downtime;

import io.plumbline.backup.BackupProblem;
import io.plumbline.backup.SheetFolder;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.documents.DocumentRenderer;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes downtime sheets. */
@Service
@Transactional
@Requires(Permission.BACKUP_MAKE)
public class DowntimeSheetService {
    private final DowntimeSheet sheet;
    private final DocumentRenderer renderer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DowntimeSheetService(
            DowntimeSheet sheet, DocumentRenderer renderer, ApplicationEventPublisher events, Clock clock) {
        this.sheet = sheet;
        this.renderer = renderer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes the sheet of a clinic, with the names that the current user may see, and records that.
     *
     * @throws BackupProblem if it cannot be written; an older one stays
     */
    @Transactional(rollbackFor = BackupProblem.class)
    public void make(ClinicLabel clinic, SheetFolder folder) throws BackupProblem {
        var at = clock.instant();
        var filled = sheet.fill(clinic, at);
        events.publishEvent(new DowntimeEvent.SheetMade(clinic.id(), filled.visits()));
        // last, so that no sheet is there whose making is not on record
        folder.write(clinic.code(), renderer.render(filled.document()), at);
    }
}
