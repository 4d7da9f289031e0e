package io.plumbline.plans.worklist;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The practitioners who are responsible for plans at the current user's clinics. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanPractitionerService {
    private final StaffNameQuery names;

    PlanPractitionerService(StaffNameQuery names) {
        this.names = names;
    }

    /** Returns those whose name contains these letters, by name. */
    public List<StaffId> named(String letters) {
        var wanted = letters.toLowerCase(Locale.ROOT);
        return names.findNamesAt(CurrentUser.current().clinics(), Set.of(Role.CHIROPRACTOR)).entrySet().stream()
                .filter(one -> one.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the name of a practitioner; empty if there is none. */
    public String name(StaffId practitioner) {
        return names.findNames(Set.of(practitioner)).getOrDefault(practitioner, "");
    }
}
