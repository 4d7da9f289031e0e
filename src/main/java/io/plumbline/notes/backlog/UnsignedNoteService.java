package io.plumbline.notes.backlog;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Treatments of the manager's clinics without a signed note after more than 48 hours, without clinical content. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_FOLLOW)
public class UnsignedNoteService {
    private static final Duration AGE = Duration.ofHours(48);
    private static final int MOST = 1000;

    private final NoteBacklogQuery backlog;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnsignedNoteService(
            NoteBacklogQuery backlog, ClinicService clinics, ApplicationEventPublisher events, Clock clock) {
        this.backlog = backlog;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page, oldest day first: drafts, and appointments of the last 90 days without a note. The first page of
     * a list is recorded in the audit trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<UnsignedRow> list(@Nullable UnsignedRow after, int limit) {
        var page = backlog.page(until(), after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("note.unsigned-listed", page.size()).upTo(limit));
        }
        return page;
    }

    /** Returns how many there are, up to 1,000. */
    public long count() {
        return backlog.count(until(), MOST);
    }

    /** Returns the local time of 48 hours ago at each of the current user's clinics. */
    private Map<ClinicId, LocalDateTime> until() {
        var at = clock.instant().minus(AGE);
        return CurrentUser.current().clinics().stream()
                .collect(Collectors.toMap(
                        Function.identity(), clinic -> LocalDateTime.ofInstant(at, clinics.zoneOf(clinic))));
    }
}
