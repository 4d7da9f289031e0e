package io.plumbline.backup;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes backups of the store while people work in it, and says how they are. */
@Service
@Transactional
@Requires(Permission.BACKUP_MAKE)
public class BackupService {
    private final Environment settings;
    private final DataSource store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final BackupSchedule schedule;
    private final Clock clock;

    BackupService(
            Environment settings,
            DataSource store,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            BackupSchedule schedule,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Makes a backup. Takes minutes, so it refuses to run in a transaction.
     *
     * @param folder where it goes
     * @throws BackupProblem if it cannot be made, or was canceled; nothing is left of it then
     */
    @Transactional(propagation = Propagation.NEVER)
    BackupRun.Made make(Path folder, BackupProgress progress) throws IOException {
        var made = new BackupRun(settings, store, progress).make(folder, clock.instant());
        transaction.executeWithoutResult(status -> events.publishEvent(
                new BackupEvent.Made(Ids.next(), made.file().getFileName().toString())));
        return made;
    }

    /** Returns how the backups are; empty where none are needed, as for a demo or a store without patients. */
    @Transactional(readOnly = true)
    @Requires(Permission.BACKUP_READ)
    public Optional<BackupState> state() {
        return schedule.state();
    }
}
