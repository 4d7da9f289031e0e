package io.plumbline.audit;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.RecentlyViewed;
import io.plumbline.shared.Requires;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the trail what the current user viewed; of nobody else, and without the entries themselves. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FIND)
public class RecentlyViewedService implements RecentlyViewed {
    /** How many of the current user's latest entries are searched: a morning's work. */
    private static final int ENTRIES_READ = 200;

    private final AuditEntryQuery entries;

    RecentlyViewedService(AuditEntryQuery entries) {
        this.entries = entries;
    }

    @Override
    public List<Viewed> ofCurrentUser(List<String> kinds, int most) {
        return entries.subjectsOf(CurrentUser.current().staff(), ENTRIES_READ).stream()
                .filter(viewed -> kinds.contains(viewed.kind()))
                .distinct()
                .limit(most)
                .toList();
    }
}
