package io.plumbline.plans.worklist;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.SavedFilters;
import io.plumbline.shared.store.SavedFilterStore;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The current user's saved filters of the worklist of plans. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class SavedPlanFilterService implements SavedFilters {
    private final SavedFilters saved;

    SavedPlanFilterService(SavedFilterStore store) {
        saved = store.of("plan");
    }

    @Override
    public Map<String, String> findForCurrentUser() {
        return saved.findForCurrentUser();
    }

    @Override
    @Transactional
    public void save(String name, String query) {
        saved.save(name, query);
    }

    @Override
    @Transactional
    public void rename(String before, String name) {
        saved.rename(before, name);
    }

    @Override
    @Transactional
    public void remove(String name) {
        saved.remove(name);
    }
}
